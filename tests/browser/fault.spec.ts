import { withClient } from '#tests/harness/template.ts'
import { expect, openPlan, takenOver, test } from './cast.ts'

/** The lines of the log about one request. */
const linesOf = (log: string, requestId: string) =>
  log.split('\n').filter((line) => line.includes(`"requestId":"${requestId}"`))

test('a fault of ours has a number, on the page and in the log, and what was there is there again', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(/^500: /, /status of 500/, /status: 500/)
  for (const javaScriptEnabled of [true, false]) {
    const [rep, champion] = [await somebody({ javaScriptEnabled }), await somebody({ javaScriptEnabled })]
    const { path } = await openPlan({ app, home, rep, champion })
    const read = async (page: typeof rep) => {
      const reference = await page.locator('.reference code').innerText()
      expect(linesOf(app.log(), reference).some((line) => line.includes('"msg":"fault"'))).toBe(true)
      return reference
    }
    const seen: string[] = []
    // The table is missing, as after a failed restore; only the activity page reads it.
    await withClient(app.ownerUrl, (client) => client.query('alter table activity rename to activity_away'))
    try {
      expect((await champion.goto(`${path}/activity`))?.status()).toBe(500)
      await expect(champion.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible()
      seen.push(await read(champion))
      await champion.getByRole('link', { name: 'Try again' }).click()
      await expect(champion.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible()
      seen.push(await read(champion))
      expect(new Set(seen).size, 'each try has its own').toBe(2)
      expect(await champion.content()).not.toMatch(/activity_away|relation|postgres/i)
    } finally {
      await withClient(app.ownerUrl, (client) => client.query('alter table activity_away rename to activity'))
    }
    await champion.getByRole('link', { name: 'Try again' }).click()
    await expect(champion.getByRole('heading', { name: 'Activity' })).toBeVisible()
  }
})

test('a fault met while going from page to page has its number too', async ({ app, home, somebody, trouble }) => {
  trouble.expected.push(/^500: /, /status of 500/, /Error/)
  const champion = await somebody()
  const { path } = await openPlan({ app, home, champion })
  await champion.goto(path)
  await withClient(app.ownerUrl, (client) => client.query('alter table activity rename to activity_away'))
  try {
    await champion.getByRole('link', { name: 'Activity', exact: true }).click()
    await expect(champion.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible()
    const reference = await champion.locator('.reference code').innerText()
    expect(linesOf(app.log(), reference).some((line) => line.includes('"msg":"fault"'))).toBe(true)
  } finally {
    await withClient(app.ownerUrl, (client) => client.query('alter table activity_away rename to activity'))
  }
})

test('what breaks in the browser is noted before the page says so, and where it cannot be, nothing is claimed', async ({
  app,
  home,
  somebody,
  trouble,
}) => {
  trouble.expected.push(/decode|SyntaxError|turbo-stream|Unexpected|ERR_FAILED|Failed to load|JSON|status of 429/i)
  const champion = await somebody()
  const { path } = await openPlan({ app, home, champion })
  const breakActivity = async () => {
    await champion.goto(path)
    await takenOver(champion)
    await champion.getByRole('link', { name: 'Activity', exact: true }).click()
    await expect(champion.getByRole('heading', { name: 'Something went wrong on our side' })).toBeVisible()
  }
  await champion.route('**/activity.data*', (route) =>
    route.fulfill({ status: 200, contentType: 'text/x-script', body: 'no answer of ours' }),
  )
  await breakActivity()
  await expect(champion.getByText('We have logged it.')).toBeVisible()
  const reference = await champion.locator('.reference code').innerText()
  expect(linesOf(app.log(), reference).some((line) => line.includes('"msg":"fault in a browser"'))).toBe(true)

  await champion.route('**/faults', (route) => route.abort())
  await breakActivity()
  await expect(champion.locator('.reference')).toHaveCount(0)
  await expect(champion.getByText(/noted|lost/)).toHaveCount(0)
})
