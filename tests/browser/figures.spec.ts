import type { Locator, Page } from '@playwright/test'
import {
  comeHome,
  enterBy,
  expect,
  fill,
  inDays,
  newCast,
  newPlanFields,
  openPlan,
  region,
  statement,
  task,
  test,
} from './cast.ts'
import { secondsFor, watchEffort } from './effort.ts'

const [legal, order] = ['Contract at Legal', 'Order signed']
const titles = ['Book the room', 'Invite the board', 'Send the draft', 'Collect comments', 'Print the contract']

/** Gives a task an owner: one press, the first letters of the name and Enter. */
async function giveOwner(page: Page, title: string, pressed: Locator) {
  await task(page, title).hover()
  await pressed.click()
  await expect(page.getByRole('option', { name: 'Priya Raman' })).toBeVisible()
  await page.keyboard.type('pr')
  await page.keyboard.press('Enter')
  await expect(task(page, title).getByRole('button', { name: /: Priya Raman$/ })).toBeFocused()
}

test('the jobs of a call take few presses and keys', async ({ app, home, somebody }) => {
  test.slow()
  test.slow()
  const rep = await somebody()
  await openPlan({ app, home, rep })

  const count = await watchEffort(rep)

  // Five tasks with owners: at most 12 presses, on one page.
  const five = count()
  await region(rep, 'Plan').getByRole('textbox', { name: 'New task for Agreement signed' }).click()
  for (const title of titles) {
    await rep.keyboard.type(title)
    await rep.keyboard.press('Enter')
  }
  // One after the other, each with the page that it changed.
  await expect(task(rep, 'Print the contract')).toBeVisible({ timeout: 30_000 })
  await rep.keyboard.press('Escape')
  for (const title of titles) await giveOwner(rep, title, task(rep, title).getByText('Assign owner'))
  const { presses, drags, pages } = await five()
  expect({ presses, drags, pages }).toEqual({ presses: 6, drags: 0, pages: 0 })

  // An owner: one press and three keys.
  const owner = count()
  await giveOwner(rep, legal, task(rep, legal).getByRole('button', { name: `Change owner of ${legal}` }))
  expect(await owner()).toEqual({ presses: 1, drags: 0, keys: 3, pages: 0 })

  // To move a task: two keys, Alt and an arrow.
  const places = async () =>
    (await region(rep, 'Plan').locator('.title .text').allTextContents()).filter((it) => [legal, order].includes(it))
  expect(await places()).toEqual([legal, order])
  await task(rep, legal).getByRole('link', { name: legal, exact: true }).focus()
  const moved = count()
  await rep.keyboard.press('Alt+ArrowDown')
  await expect.poll(places).toEqual([order, legal])
  expect(await moved()).toEqual({ presses: 0, drags: 0, keys: 2, pages: 0 })

  // The critical date: one drag.
  const line = rep.getByRole('slider', { name: 'Move go-live' })
  const stood = Number(await line.getAttribute('aria-valuenow'))
  await line.scrollIntoViewIfNeeded()
  const { x = 0, y = 0, width = 0, height = 0 } = (await line.boundingBox()) ?? {}
  const date = count()
  await rep.mouse.move(x + width / 2, y + height / 2)
  await rep.mouse.down()
  await rep.mouse.move(x + width / 2 + 20, y + height / 2, { steps: 4 })
  await rep.mouse.up()
  await expect(region(rep, 'What if')).toBeVisible()
  await expect.poll(async () => Number(await line.getAttribute('aria-valuenow'))).toBeGreaterThan(stood)
  expect(await date()).toEqual({ presses: 0, drags: 1, keys: 0, pages: 0 })
})

test('from the list of plans to a shared plan is less than a minute’s work; its reason and first win follow on the plan', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { champion: email } = newCast()
  await comeHome(rep, home)
  await rep.goto('/plans')
  const shared = (await watchEffort(rep))()
  const goTo = async (label: string, text: string) => {
    await expect(rep.getByLabel(label, { exact: true })).toBeVisible()
    // By the keyboard from field to field, as a person types a form.
    for (let tabs = 0; tabs < 6; tabs++) {
      if (await rep.getByLabel(label, { exact: true }).evaluate((field) => field === document.activeElement)) break
      await rep.keyboard.press('Tab')
    }
    await rep.keyboard.type(text)
  }
  await rep.getByRole('link', { name: 'New plan' }).first().click()
  await rep.getByLabel('Account', { exact: true }).click()
  await rep.keyboard.type('Lindqvist Bio')
  await goTo('Project', 'Faster batch release')
  await goTo('Critical date', inDays(150).split('-').reverse().join(''))
  await expect(rep.getByText(/^Preview the plan: \d+ tasks in 5 milestones$/)).toBeVisible()
  await rep.getByRole('button', { name: 'Create plan' }).click()
  await rep.getByRole('link', { name: 'Invite', exact: true }).click()
  await rep.getByLabel('Name', { exact: true }).click()
  await rep.keyboard.type('Priya Raman')
  await goTo('Email', email)
  await rep.getByRole('button', { name: 'Send invitation' }).click()
  await expect(rep.getByText('Invitation sent by email.')).toBeVisible()
  const effort = await shared()
  expect({ ...effort, keys: 0 }).toEqual({ presses: 6, drags: 0, keys: 0, pages: 0 })
  expect(secondsFor(effort)).toBeLessThan(60)

  // The customer says what the win is, the vendor why the date matters; only then can anyone agree.
  await enterBy(champion, await app.mailbox.waitFor(email, 'invited you to the go-live plan'))
  const agree = champion.getByRole('button', { name: 'Agree to this plan' })
  await expect(
    champion.getByText('Before anyone can agree, say why this date matters and define the first win.'),
  ).toBeVisible()
  await region(champion, 'First win').getByRole('link', { name: 'Define the first win' }).click()
  await expect(champion.getByRole('heading', { level: 1, name: 'Dates and first win' })).toBeVisible()
  const ofWin = ['First win', 'Measure', 'Unit', 'Baseline', 'Target', 'Win by', 'Announced to']
  const fields = Object.entries(newPlanFields())
  await fill(champion, Object.fromEntries(fields.filter(([label]) => ofWin.includes(label))))
  await champion.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(region(champion, 'First win')).toContainText(statement)
  await expect(agree).toHaveCount(0)
  await rep.goto(new URL(champion.url()).pathname)
  await region(rep, 'Reason for the date').getByRole('link', { name: 'Say why this date matters' }).click()
  await expect(rep.getByRole('heading', { level: 1, name: 'Dates and first win' })).toBeVisible()
  await fill(rep, { 'Why this date': 'The half-year audit begins on the day after.' })
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(region(rep, 'Reason for the date')).toHaveCount(0)
  await expect(agree).toBeVisible()
})
