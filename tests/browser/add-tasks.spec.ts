import { expect, openPlan, region, task, test } from './cast.ts'

test('five tasks are typed one after the other, with one press, on one page, and taken back', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  await openPlan({ app, home, rep, champion })
  const pages: string[] = []
  rep.on('request', (request) => request.isNavigationRequest() && pages.push(request.url()))

  const title = region(rep, 'Plan').getByRole('textbox', { name: 'New task for Agreement signed' })
  await expect(title).toHaveAttribute('placeholder', 'Add a task')
  await title.click()
  const titles = ['Book the room', 'Invite the board', 'Send the draft', 'Collect comments', 'Print the contract']
  for (const each of titles) {
    await rep.keyboard.type(each)
    await rep.keyboard.press('Enter')
  }
  // One after the other, each with the page that it changed.
  await expect(task(rep, 'Print the contract')).toContainText('Assign owner', { timeout: 30_000 })
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('')
  await expect(title).toBeInViewport()
  expect(pages).toEqual([])

  // Several lines leave the fields below them in reach.
  await title.fill('One\nTwo\nThree')
  const owner = rep.getByRole('group', { name: 'New task for' }).getByRole('combobox', { name: 'Owner' })
  await owner.click({ trial: true })
  await title.fill('')

  // In the order of their typing, each after the one before it, and for the other side too.
  const names = await region(rep, 'Plan')
    .getByRole('group')
    .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label') ?? ''))
  expect(names.filter((name) => titles.includes(name))).toEqual(titles)
  for (const each of titles) await expect(task(champion, each)).toBeVisible()

  // Table and timeline stay in line.
  const topOf = (selector: string) =>
    rep.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top))
  expect(await topOf('[data-lane="Value"]')).toBe(await topOf('[data-stage="Value"]'))

  // What it offers closes, the row stays.
  await rep.keyboard.press('Escape')
  await expect(owner).toHaveCount(0)
  await expect(title).toBeVisible()
  await rep.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(task(rep, 'Print the contract')).toHaveCount(0)
  await expect(task(rep, 'Collect comments')).toBeVisible()
})

test('without script the row is a plain form, and keeps what was refused', async ({ app, home, somebody }) => {
  const [rep, plain] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  await openPlan({ app, home, rep, champion: plain })
  const title = plain.getByRole('textbox', { name: 'New task for Agreement signed' })
  const add = plain.getByRole('button', { name: 'Add a task to Agreement signed' })
  await expect(add).toBeHidden()
  await title.fill('Book the room\nInvite the board')
  const other = plain.getByRole('textbox', { name: 'New task for Live' })
  await other.fill('Ask Legal')
  await add.click()
  await expect(task(plain, 'Invite the board')).toBeVisible()
  await expect(title).toHaveValue('')
  await expect(other).toHaveValue('Ask Legal')
  await expect(task(rep, 'Book the room')).toBeVisible()
  await title.fill('x'.repeat(400))
  await add.click()
  await expect(title).toHaveValue(/^x+$/)
  await expect(title).toHaveAccessibleDescription(/./)
})
