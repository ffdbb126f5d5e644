import { expect, openPlan, region, task, test } from './cast.ts'

test('a milestone that asks for evidence is closed by it, and as a gate holds later stages back until then', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path } = await openPlan({ app, home, rep, champion })
  const plan = region(rep, 'Plan')
  await plan.getByRole('link', { name: 'Change First win agreed' }).click()
  await rep.getByLabel('Exit evidence').fill('The minutes of the workshop')
  await rep.getByLabel('Gate').selectOption('yes')
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(plan.getByText('Evidence needed: The minutes of the workshop')).toBeVisible()
  await task(rep, 'Contract at Legal').getByRole('button', { name: 'Mark done' }).click()
  await expect(task(rep, 'Contract at Legal').getByRole('alert')).toHaveText(
    /^This can only go ahead once the gate “First win agreed” is reached\. Still open: \d tasks?\. Its evidence is also missing\.$/,
  )

  await champion.goto(path)
  await champion.getByRole('link', { name: 'Record evidence for First win agreed' }).click()
  await champion.getByLabel('Evidence', { exact: true }).fill('It was said')
  await champion.getByLabel('Or: reason for passing it without evidence').fill('Agreed by phone')
  await champion.getByRole('button', { name: 'Save evidence' }).click()
  await expect(champion.getByRole('alert')).toHaveText('Please enter the evidence or a reason, not both.')
  await champion.getByLabel('Evidence', { exact: true }).fill('')
  await champion.getByRole('button', { name: 'Save evidence' }).click()
  await expect(region(champion, 'Plan').getByText('Passed without evidence: Agreed by phone')).toBeVisible()
  await expect(plan.getByText('Passed without evidence: Agreed by phone')).toBeVisible()
})
