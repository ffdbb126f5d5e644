import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { expect, fill, openPlan, region, task, test } from './cast.ts'

/** Saves the open form and waits for the plan that it leads back to. */
async function save(page: Page, path: string) {
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`${path}(#|$)`))
}

test.beforeEach(() => test.setTimeout(240_000))

async function agree(rep: Page, champion: Page, path: string) {
  for (const page of [rep, champion]) {
    await page.goto(path)
    await page.getByRole('button', { name: 'Agree to this plan' }).click()
    await expect(page.getByRole('button', { name: 'Agree to this plan' })).toHaveCount(0)
  }
}

test('what moved since both agreed is said in words, marked, and read beside what was agreed', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody({ javaScriptEnabled: false })]
  const { path } = await openPlan({ app, home, rep, champion })
  await agree(rep, champion, path)
  await champion.goto(path)
  await expect(
    champion.getByText(/^Since \d+ \w+( \d+)?: go-live and first win unchanged, all tasks due as agreed\./),
  ).toBeVisible()
  await task(champion, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  const days = champion.getByLabel('Working days', { exact: true })
  await days.fill(String(Number(await days.inputValue()) + 2))
  await save(champion, path)
  await expect(champion.getByText(/^Since .*tasks? earlier\./)).toBeVisible()
  await champion.getByText('What moved').click()
  await expect(champion.getByText(/agreed \d+ \w+.*: 2 working days earlier/).first()).toBeVisible()
  await expect(
    region(champion, 'Plan')
      .getByText(/^agreed \d+ \w+/)
      .first(),
  ).toBeVisible()
  await expect(champion.getByText('agreed due date')).toBeVisible()

  await champion.getByRole('link', { name: 'What was agreed', exact: true }).click()
  await expect(champion.getByRole('heading', { level: 1, name: /^What was agreed on/ })).toBeVisible()
  await expect(champion.getByText(/^Working days of “Contract at Legal”/).first()).toBeVisible()
  await expect(champion.getByRole('listitem').filter({ hasText: 'agreed for Halden Foods on' })).toBeVisible()

  await agree(rep, champion, path)
  await rep.goto(`${path}/activity`)
  await rep.getByRole('link', { name: 'What was agreed' }).last().click()
  await rep
    .getByRole('navigation', { name: 'Versions' })
    .getByRole('link', { name: /^Version 2/ })
    .click()
  await expect(rep.getByText('No one has changed the terms or the tasks.')).toBeVisible()
  await check(rep, 'an agreed version')
  await rep.emulateMedia({ media: 'print' })
  await expect(rep.getByRole('button', { name: 'Print' })).toBeHidden()
  await expect(rep.getByText('Contract at Legal', { exact: true })).toBeVisible()
})

test('the forecast is computed in the browser, the same without script, and shared as a sentence', async ({
  app,
  home,
  somebody,
}) => {
  const [rep, champion] = [await somebody(), await somebody()]
  const { path } = await openPlan({ app, home, rep, champion })
  await task(rep, 'Contract at Legal').getByRole('link', { name: 'Edit' }).click()
  await rep.getByText('Best and worst case').click()
  await fill(rep, { 'Best case': '9999', 'Worst case': '9999' })
  await rep.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(rep.getByRole('alert')).toHaveText(/^This is more than the planned \d+ working days?\.$/)
  await expect(rep.getByLabel('Best case', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await fill(rep, { 'Best case': '1', 'Worst case': '60' })
  await save(rep, path)

  const sentence = region(rep, 'Forecast').getByText(/likely to be live by \d+/)
  await expect(sentence).toBeVisible()
  await region(rep, 'Forecast').getByText('Likelihood by date').click()
  await expect(region(rep, 'Forecast').getByText(/Main drivers: \w/)).toBeVisible()
  await expect(region(rep, 'Forecast').getByRole('img', { name: /^Go-live in the simulations: between/ })).toBeVisible()
  await expect(
    region(rep, 'Forecast').getByRole('img', { name: /^First win in the simulations: between/ }),
  ).toBeVisible()
  await check(rep, 'the vendor’s forecast')
  const words = await sentence.textContent()

  const plain = await somebody({ javaScriptEnabled: false })
  await plain.context().addCookies(home.cookies)
  await plain.goto(path)
  await plain.getByRole('link', { name: 'How likely this plan is to meet its dates' }).click()
  await expect(plain.getByText(words ?? '')).toBeVisible()
  await expect(plain.getByRole('img', { name: /^Go-live in the simulations: between/ })).toBeVisible()

  await champion.goto(path)
  await expect(region(champion, 'Forecast')).toHaveCount(0)
  expect(await champion.content()).not.toContain('likely to be live')
  expect((await champion.request.get(`${path}/forecast/input`)).status()).toBe(403)
  await region(rep, 'Forecast').getByRole('button', { name: 'Share the forecast with Halden Foods' }).click()
  await expect(region(champion, 'Forecast').getByText(words ?? '')).toBeVisible()
  await expect(region(champion, 'Forecast').getByRole('img')).toHaveCount(0)
  await check(champion, 'the customer’s forecast')
  await region(rep, 'Forecast').getByRole('button', { name: 'Stop sharing the forecast' }).click()
  await expect(region(champion, 'Forecast')).toHaveCount(0)
})

test('a forecast that cannot be computed says so, and leaves the plan alone', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(/500/)
  const rep = await somebody()
  const { path } = await openPlan({ app, home, rep })
  await rep.route('**/forecast/input', (route) => route.fulfill({ status: 500, body: 'no' }))
  await rep.goto(path)
  await expect(region(rep, 'Forecast').getByRole('status')).toContainText('could not be calculated')
  await expect(task(rep, 'Contract at Legal')).toBeVisible()
})
