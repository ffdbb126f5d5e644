import { expect, inDays, openPlan, task, test } from './cast.ts'

const legal = 'Contract at Legal'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with script' : 'without script'
  test(`a date later than the plan allows says what it moves, is kept, and stands in the row of both sides, ${how}`, async ({
    app,
    home,
    somebody,
  }) => {
    const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled })]
    await openPlan({ app, home, rep, champion })
    const url = champion.url()
    await task(champion, legal)
      .getByRole('link', { name: `Edit ${legal}` })
      .click()
    await champion.getByLabel('Owner', { exact: true }).selectOption({ label: 'Priya Raman' })
    await champion.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(task(champion, legal)).toContainText('Priya Raman')
    await champion.goto(await linkTo(task(champion, legal).getByRole('link', { name: legal, exact: true }), url))
    await champion.getByRole('heading', { name: 'Promise a date' }).click()
    await champion.getByLabel('Promised date').fill(inDays(400))
    await champion.getByRole('button', { name: 'Promise this date' }).click()
    const told = champion.getByRole('region', { name: 'Later than the plan allows' })
    await expect(told).toContainText('is later than the plan allows')
    await expect(told).toContainText('go-live')
    await expect(champion.getByLabel('Promised date')).toHaveValue(inDays(400))
    await champion.getByRole('button', { name: 'Promise it anyway' }).click()
    await expect(champion.getByText(/^Promised for /)).toBeVisible()
    await expect(task(rep, legal)).toContainText('promised ')
    // The plan's own dates stay; a what-if with that day is one step away.
    await champion.getByRole('link', { name: 'Plan with this date' }).click()
    await expect(champion.getByRole('button', { name: 'Apply' })).toBeVisible()
  })
}

const linkTo = async (link: { getAttribute(name: string): Promise<string | null> }, base: string) =>
  new URL((await link.getAttribute('href')) ?? '', base).href

test('a promise is given beside the plan, where the page stays', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  await task(champion, legal).getByRole('link', { name: legal, exact: true }).click()
  const panel = champion.getByRole('complementary', { name: legal })
  await panel.getByRole('heading', { name: 'Promise a date' }).click()
  await panel.getByLabel('Promised date').fill(inDays(1))
  await panel.getByRole('button', { name: 'Promise this date' }).click()
  await expect(panel.getByText(/^Promised for /)).toBeVisible()
  await expect(champion).toHaveURL(/\?task=/)
  await expect(task(rep, legal)).toContainText('promised ')
})

test('a late date promised beside the plan is answered in sight, and the focus goes to the answer', async ({
  app,
  home,
  somebody,
}) => {
  const rep = await somebody()
  await openPlan({ app, home, rep })
  const kickOff = 'Kick-off'
  await rep.setViewportSize({ width: 1280, height: 500 })
  await task(rep, kickOff).getByRole('link', { name: kickOff, exact: true }).click()
  const panel = rep.getByRole('complementary', { name: kickOff })
  await panel.getByRole('heading', { name: 'Promise a date' }).click()
  await panel.getByLabel('Promised date').fill(inDays(400))
  await panel.getByRole('button', { name: 'Promise this date' }).click()
  const told = rep.getByRole('region', { name: 'Later than the plan allows' })
  const sentence = told.getByText('is later than the plan allows')
  await expect(sentence).toBeFocused()
  await expect(sentence).toBeInViewport({ ratio: 1 })
})
