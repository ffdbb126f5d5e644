import { check } from './axe.ts'
import { expect, fill, openPlan, region, task, test } from './cast.ts'
import { inDays } from '#tests/harness/clock.ts'

for (const scripted of [true, false])
  test(`${scripted ? 'with' : 'without'} script both agree, one changes a date, the other says not yet and takes it back`, async ({
    app,
    home,
    somebody,
  }) => {
    const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: scripted })]
    const { path } = await openPlan({ app, home, rep, champion })
    const strip = region(champion, 'Agreement')

    await expect(
      strip.getByText(/By agreeing, Halden Foods confirms that it will follow this plan with Brightline/),
    ).toBeVisible()
    await strip.getByText('Request changes').click()
    await strip.getByLabel('What needs to change first?').fill('Our audit comes first.')
    await strip.getByRole('button', { name: 'Send to Brightline' }).click()
    await expect(
      strip.getByText(/Priya Raman of Halden Foods does not agree yet: “Our audit comes first.”/),
    ).toBeVisible()
    await rep.goto(path)
    await region(rep, 'Agreement').getByText('Answer', { exact: true }).click()
    await region(rep, 'Agreement').getByLabel('Your answer').fill('It moves to October.')
    await region(rep, 'Agreement').getByRole('button', { name: 'Send answer' }).click()
    await expect(region(rep, 'Agreement').getByText(/answered: “It moves to October.”/)).toBeVisible()

    await champion.goto(path)
    await strip.getByRole('button', { name: 'Agree to this plan' }).click()
    await expect(strip.getByText('Our audit comes first.')).toHaveCount(0)
    await rep.goto(path)
    await rep.getByRole('button', { name: 'Agree to this plan' }).click()
    await expect(rep.getByText(/agreed by both sides on [^,]+$/)).toBeVisible()
    await expect(rep.getByRole('button', { name: 'Agree to this plan' })).toHaveCount(0)
    await expect(region(rep, 'Agreement').getByText('Ask for a change', { exact: true })).toBeVisible()

    await rep.getByRole('link', { name: 'Dates and first win' }).click()
    await fill(rep, { 'Critical date': inDays(157) })
    await rep.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(rep).toHaveURL((url) => url.pathname === path)
    await champion.goto(path)
    await expect(strip.getByRole('heading', { name: /^Changed since agreed on/ })).toBeVisible()
    await expect(strip.getByRole('listitem').filter({ hasText: 'Target date' })).toContainText(/by Ana Lind/)
    await expect(champion.getByText(/agreed by both sides on [^,]+$/)).toHaveCount(0)
    if (scripted) await check(champion, 'a plan that changed since it was agreed')

    await strip.getByText('Request changes').click()
    await strip.getByLabel('What needs to change first?').fill('Please move it back.')
    await strip.getByRole('button', { name: 'Send to Brightline' }).click()
    await strip.getByRole('button', { name: 'Restore agreed value: Target date' }).click()
    await expect(strip.getByRole('heading', { name: 'Agreed, with an open request' })).toBeVisible()
    await strip.getByRole('button', { name: 'Withdraw' }).click()
    await expect(strip.getByRole('heading')).toHaveCount(0)
    await expect(champion.getByText(/agreed by both sides on/)).toBeVisible()
    await expect(task(champion, 'Kick-off')).toBeVisible()
  })
