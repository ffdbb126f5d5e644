import { expect, test } from '#tests/harness/browser.ts'
import { runClock } from '#tests/harness/clock.ts'

test('the app of a browser worker is up and has a mailbox of its own', async ({ app, page }) => {
  expect((await page.request.get('/readyz')).status()).toBe(200)
  await page.goto('/mailbox')
  await expect(page.getByRole('heading', { name: 'Mailbox' })).toBeVisible()
  expect(await app.mailbox.list()).toEqual([])
})

test('app, browser and test go by one clock', async ({ app, mailbox, page }) => {
  const nearNow = (moment: number) => expect(Math.abs(moment - runClock.now().getTime())).toBeLessThan(60_000)
  await page.goto('/sign-in')
  nearNow(await page.evaluate('Date.now()'))
  await app.createWorkspace({ name: 'Clockwork', admin: 'kai@clockwork.example', domain: 'clockwork.example' })
  nearNow(Date.parse((await mailbox.waitFor('kai@clockwork.example', 'sign in')).at))
})
