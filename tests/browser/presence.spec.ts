import { expect, openPlan, takenOver, test } from './cast.ts'

/** Longer than people stay after they closed a page (`app/kit/presence.server.ts`). */
const untilGone = { timeout: 20_000 }

test('each side sees by name who else has the plan open, until they leave it', async ({ app, home, somebody }) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  const button = rep.getByRole('button', { name: 'Here now: Priya Raman' })
  await expect(button).toBeVisible()
  await expect(champion.getByRole('button', { name: /^Here now: / })).not.toHaveAccessibleName(/Priya/)
  await button.focus()
  await rep.keyboard.press('Enter')
  await expect(rep.getByRole('list', { name: 'Here now' }).getByRole('listitem')).toHaveText(['Priya Raman'])
  await rep.keyboard.press('Escape')
  await expect(rep.getByRole('list', { name: 'Here now' })).toHaveCount(0)
  await expect(button).toBeFocused()
  // Loading the page again is no coming and going.
  await champion.reload()
  await takenOver(champion)
  await expect(button).toBeVisible()
  await champion.goto('/your-plans')
  await expect(button).toHaveCount(0, untilGone)
  await champion.goto(`${path}/conversation`)
  await expect(button).toBeVisible()
})

test('without script no one is shown, and someone without script is shown to no one', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  await openPlan({ app, home, rep, champion })
  await takenOver(rep)
  await expect(champion.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(champion.getByText('here now')).toHaveCount(0)
  await expect(rep.getByText('here now')).toHaveCount(0)
})
