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

  const opener = region(rep, 'Plan').getByRole('link', { name: 'Add a task to Agreement signed' })
  await opener.focus()
  await rep.keyboard.press('Enter')
  const row = rep.getByRole('form', { name: 'New task for Agreement signed' })
  const title = row.getByRole('textbox', { name: 'Title' })
  await expect(title).toBeFocused()
  const titles = ['Book the room', 'Invite the board', 'Send the draft', 'Collect comments', 'Print the contract']
  for (const each of titles) {
    await rep.keyboard.type(each)
    await rep.keyboard.press('Enter')
  }
  await expect(task(rep, 'Print the contract')).toContainText('Assign owner')
  await expect(title).toBeFocused()
  await expect(title).toHaveValue('')
  await expect(title).toBeInViewport()
  expect(pages).toEqual([])

  // Several lines leave the fields below them in reach.
  await title.fill('One\nTwo\nThree')
  await row.getByRole('combobox', { name: 'Owner' }).click({ trial: true })
  await title.fill('')

  // In the order of their typing, each after the one before it, and for the other side too.
  const names = await region(rep, 'Plan')
    .getByRole('group')
    .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label') ?? ''))
  expect(names.filter((name) => titles.includes(name))).toEqual(titles)
  for (const each of titles) await expect(task(champion, each)).toBeVisible()

  // Table and timeline stay in line while the row is open.
  const topOf = (selector: string) =>
    rep.locator(selector).evaluate((element) => Math.round(element.getBoundingClientRect().top))
  expect(await topOf('[data-lane="Value"]')).toBe(await topOf('[data-stage="Value"]'))

  await rep.keyboard.press('Escape')
  await expect(row).toHaveCount(0)
  await rep.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(task(rep, 'Print the contract')).toHaveCount(0)
  await expect(task(rep, 'Collect comments')).toBeVisible()
})
