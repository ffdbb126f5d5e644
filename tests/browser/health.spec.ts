import { expect, test } from '#tests/harness/browser.ts'

test('the app of a browser worker is up and has a mailbox of its own', async ({ app, page }) => {
  expect((await page.request.get('/readyz')).status()).toBe(200)
  await page.goto('/mailbox')
  await expect(page.getByRole('heading', { name: 'Mailbox' })).toBeVisible()
  expect(await app.mailbox.list()).toEqual([])
})
