import type { Page } from '@playwright/test'
import { comeHome, createPlan, expect, fill, inDays, openPlan, region, task, test } from './cast.ts'

/** A weekday this many weeks from now, a working day in an ordinary week. */
const workingDay = (weeks: number) => {
  const day = new Date(inDays(weeks * 7))
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7))
  return day.toISOString().slice(0, 10)
}

test.use({ homeName: 'calendar' })

test.beforeEach(() => test.setTimeout(180_000))

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()

test('without JavaScript the champion adds days off, works on a holiday, takes a row away, and has checked it', async ({
  app,
  home,
  somebody,
}) => {
  const champion = await somebody({ javaScriptEnabled: false })
  const { path } = await openPlan({ app, home, champion })
  await champion.goto(path)
  await expect(champion.getByText('Are these your working days?')).toBeVisible()
  await champion.getByRole('link', { name: 'Calendar', exact: true }).click()
  await fill(champion, { 'Public holidays for Halden Foods': 'Bavaria' })
  const closed = (at: number) =>
    champion.getByRole('group', { name: `Closed period ${at} at Halden Foods`, exact: true })
  await closed(1).getByLabel('Closed from').fill(workingDay(5))
  await closed(1).getByLabel('Why').fill('Works outing')
  await champion.getByRole('button', { name: 'Add days off at Halden Foods' }).click()
  await expect(closed(1).getByLabel('Why')).toHaveValue('Works outing')
  await closed(2).getByLabel('Closed from').fill(workingDay(7))
  await closed(2).getByLabel('Closed to').fill(workingDay(8))
  await save(champion)
  await expect(closed(2).getByLabel('Why')).toHaveAccessibleDescription('Row 2: Please enter a reason.')
  await expect(champion.getByRole('heading', { name: 'Calendar' })).toBeVisible()
  await closed(2).getByLabel('Why').fill('Plant shutdown')
  await save(champion)
  await expect(champion.getByText('Works outing').filter({ visible: true })).toBeVisible()
  await expect(champion.getByText('Are these your working days?')).toHaveCount(0)

  await champion.getByRole('link', { name: 'Calendar', exact: true }).click()
  await expect(champion.getByText('Priya Raman checked them')).toBeVisible()
  await champion.locator('summary', { hasText: 'in Bavaria (Bayern), Germany' }).click()
  await champion
    .getByRole('checkbox', { name: /^Work on this day at Halden Foods/ })
    .first()
    .check()
  await save(champion)
  await expect(champion.getByText(/please enter a reason for working on this day/).first()).toBeVisible()
  await champion
    .getByLabel(/^Why Halden Foods works on/)
    .first()
    .fill('release week')
  await champion.getByRole('button', { name: 'Remove Closed period 1 at Halden Foods' }).click()
  await expect(closed(1).getByLabel('Why')).toHaveValue('Plant shutdown')
  await save(champion)
  await expect(champion.getByText('Works outing')).toHaveCount(0)
  await champion.getByRole('link', { name: 'Activity' }).click()
  await expect(champion.getByText(/: release week/).first()).toBeVisible()
})

test('the calendar is right as it is: one button says so, also to the vendor', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await expect(rep.getByText('Halden Foods has not checked them yet.')).toBeVisible()
  await champion.goto(`${path}/calendar`)
  await champion.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect(champion).toHaveURL(new RegExp(`${path}$`))
  await expect(rep.getByText('Halden Foods has not checked them yet.')).toHaveCount(0)
  await champion.goto(`${path}/calendar`)
  await fill(champion, { 'Time zone': 'Europe/Atlantis' })
  await save(champion)
  await expect(champion.getByLabel('Time zone', { exact: true })).toHaveAccessibleDescription(/not a known time zone/)
})

test('a closed period is tried before it is kept, taken away and brought back', async ({ home, somebody }) => {
  const rep = await somebody()
  await comeHome(rep, home)
  const path = await createPlan(rep)
  await rep.goto(`${path}/calendar`)
  const closed = (at: number) => rep.getByRole('group', { name: `Closed period ${at} at Halden Foods`, exact: true })
  await closed(1).getByLabel('Closed from').fill(inDays(3))
  await closed(1).getByLabel('Closed to').fill(inDays(60))
  await closed(1).getByLabel('Why').fill('Plant shutdown')
  await rep.getByRole('button', { name: 'Preview', exact: true }).click()
  await expect(region(rep, 'Preview')).toContainText(/\d+ tasks moved, go-live/)
  await rep.getByRole('button', { name: 'Add days off at Halden Foods' }).click()
  const added = rep.getByRole('group', { name: /^Closed period \d+ at Halden Foods$/ }).last()
  await expect(added.getByLabel('Closed from')).toBeFocused()
  await added.getByRole('button', { name: /^Remove/ }).click()
  await added.getByRole('button', { name: 'Undo' }).click()
  await expect(added.getByLabel('Closed from')).toBeVisible()
  await save(rep)
  await expect(rep).toHaveURL(new RegExp(`${path}$`))
  await expect(rep.getByText('Plant shutdown').filter({ visible: true }).first()).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`a committee's days are typed in words and shown as dates, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    home,
    somebody,
  }) => {
    const rep = await somebody({ javaScriptEnabled })
    await comeHome(rep, home)
    await createPlan(rep)
    await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
    const box = rep.locator('details', { hasText: 'Can only finish on certain dates' })
    await box.locator('summary').click()
    await rep.getByLabel('Possible finish dates').selectOption({ label: 'Weekdays' })
    await save(rep)
    await expect(box).toContainText('Please choose at least one weekday.')
    await expect(rep.getByLabel('Possible finish dates')).toHaveValue('week')
    await rep.getByLabel('Possible finish dates').selectOption({ label: 'A weekday of the month' })
    await fill(rep, { 'What happens on these dates': 'board sits' })
    if (javaScriptEnabled) await expect(box).toContainText('Second Tuesday of the month. Next:')
    await rep.getByRole('button', { name: 'Preview', exact: true }).click()
    await expect(region(rep, 'Preview')).toContainText(/\d+ tasks? moved/)
    await save(rep)
    await expect(task(rep, 'Contract at Legal')).toContainText(/board sits \d+ \w{3}/)
    await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
    await expect(box).toContainText(/Second Tuesday of the month\. Next: \d+ \w+/)
    await rep.getByLabel('Possible finish dates').selectOption({ label: 'Any working day' })
    await save(rep)
    await expect(task(rep, 'Contract at Legal')).not.toContainText('board sits')
  })

test('how a task depends on another is chosen in plain words', async ({ home, somebody }) => {
  const rep = await somebody({ javaScriptEnabled: false })
  await comeHome(rep, home)
  await createPlan(rep)
  await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  const how = rep
    .getByLabel(/^Type of dependency on/)
    .and(rep.locator(':visible'))
    .first()
  await rep.locator('summary', { hasText: /No dependencies|Depends on/ }).click()
  await how.selectOption({ label: 'starts after it starts' })
  await save(rep)
  await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  await rep.locator('summary', { hasText: /No dependencies|Depends on/ }).click()
  await expect(how).toHaveValue('SS')
})
