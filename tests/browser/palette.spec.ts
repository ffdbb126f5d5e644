import { expect, openPlan, region, takenOver, task, test } from './cast.ts'

const legal = 'Contract at Legal'

test('Ctrl+K finds a task, a command and nothing; Escape gives the focus back', async ({ app, home, somebody }) => {
  const champion = await somebody()
  await openPlan({ app, home, champion })
  await takenOver(champion)
  const invite = champion.getByRole('link', { name: 'Invite', exact: true })
  await invite.focus()
  await champion.keyboard.press('Control+k')
  const field = champion.getByRole('combobox', { name: 'Search tasks and commands' })
  await expect(field).toBeFocused()
  await field.fill('zzz')
  await expect(champion.getByRole('dialog').getByText('No task or command matches.')).toBeVisible()
  await champion.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(invite).toBeFocused()

  // Folded away, and found.
  await region(champion, 'Plan').locator('summary', { hasText: 'Purchase' }).click()
  await expect(task(champion, legal)).toBeHidden()
  await champion.keyboard.press('Control+k')
  await field.fill('LEGÁL')
  await expect(champion.getByRole('option', { selected: true })).toHaveText(/Contract at Legal\s*Task/)
  await champion.keyboard.press('Enter')
  await expect(task(champion, legal).getByRole('link', { name: legal, exact: true })).toBeFocused()
  await expect(task(champion, legal)).toBeInViewport()

  await champion.keyboard.press('Control+k')
  await field.fill('activ')
  await champion.keyboard.press('ArrowDown')
  await champion.keyboard.press('ArrowUp')
  await champion.keyboard.press('Enter')
  await expect(champion).toHaveURL(/\/activity$/)
})

test('a button opens it too, and only what the reader may do is offered', async ({ app, home, somebody }) => {
  const champion = await somebody({ hasTouch: true })
  await openPlan({ app, home, champion })
  await champion.setViewportSize({ width: 390, height: 800 })
  await champion.getByRole('button', { name: 'Search tasks and commands' }).click()
  await expect(champion.getByRole('option', { name: /^Calendar|^Invite/ }).first()).toBeVisible()
  // The vendor's own.
  await expect(champion.getByRole('option', { name: /^Situations/ })).toHaveCount(0)
  await champion.getByRole('combobox', { name: 'Search tasks and commands' }).fill('kick')
  await champion.getByRole('option', { name: /^Kick-off/ }).click()
  await expect(task(champion, 'Kick-off').getByRole('link', { name: 'Kick-off', exact: true })).toBeFocused()
})
