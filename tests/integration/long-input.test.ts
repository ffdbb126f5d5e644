import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import type { CommandName } from '#app/policy/policy.ts'
import type { Carrier } from '#tests/reach/carrier.ts'
import { carriers } from '#tests/reach/carriers.ts'
import { type Form, ask, formBody } from '#tests/reach/client.ts'
import { paramsOf } from '#tests/reach/places.ts'
import { type StagedCast, startWithCast } from '#tests/reach/start-with-cast.ts'
import { fill } from '#tests/reach/urls.ts'
import { ofThisTurn, sendersOf } from '#tests/reach/which-combinations.ts'

/**
 * A single request must not block the process for everyone: no pattern is matched against text that is far longer than any field
 * takes. Measured on the app as it runs in production.
 */

let app: StagedCast['app']
let cast: StagedCast['cast']
let stop: StagedCast['stop']

beforeAll(async () => {
  ;({ app, cast, stop } = await startWithCast(inject('templateServer')))
}, 600_000)

afterAll(() => stop())

/** Milliseconds of the event loop. What costs the square of its length takes ten times as long here, and hours at the largest body. */
const longest = 600
const size = 60_000
const long = {
  'words without end': 'a-'.repeat(size / 2),
  'accents on one letter': `a${'\u0301\u0316'.repeat(size / 2)}`,
  digits: `${'1'.repeat(size)}x`,
  'blanks within': `1${' '.repeat(size)}x`,
  'a list of nothing': `[${'{},'.repeat(size / 3)}{}]`,
}

/** The longest time that a request blocked the process. */
async function turnOf(path: string, init: RequestInit): Promise<number> {
  await app.longestTurn()
  const { status } = await ask(new URL(path, app.baseUrl), init)
  expect(status, path).toBeLessThan(500)
  return app.longestTurn()
}

const posted = (body: BodyInit, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...headers, origin: new URL(app.baseUrl).origin },
  body,
})

/** The form with every field so long, and as seen before. */
const stretched = (form: Form, text: string): Form =>
  Object.fromEntries(Object.keys(form).flatMap((name) => [[name, text] as const, [`seen.${name}`, text] as const]))

const texts = Object.entries(long).map(([what, text], at) => ({ what, text, at }))

test.each(texts)('$what hold no one up, in whatever form', { timeout: 300_000 }, async ({ text, at }) => {
  const slow: string[] = []
  for (const [command, carrier] of ofThisTurn(Object.entries(carriers) as [CommandName, Carrier | string][], 3, at)) {
    if (typeof carrier === 'string') continue
    const url = fill(carrier.url, paramsOf(cast.home, cast.home.people['champion']?.id ?? null))
    const form = stretched(carrier.form(cast.home), text)
    for (const { name, headers } of sendersOf(command, cast)) {
      const body = formBody({ ...form, intent: command, idempotencyKey: newId() })
      const turn = await turnOf(url, posted(body, headers))
      if (turn > longest) slow.push(`${name}: ${command} took ${Math.round(turn)} ms`)
    }
  }
  expect(slow).toEqual([])
})

const parts = (count: number) =>
  `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n`.repeat(count).concat('--b--\r\n')

test('nor does what anyone may send', async () => {
  const deep = '/a'.repeat(7_000)
  const answers = await Promise.all([ask(new URL(deep, app.baseUrl)), ask(new URL(`${deep}.data`, app.baseUrl))])
  expect(answers.map(({ status }) => status)).toEqual([404, 404])
  expect(await turnOf(deep, {})).toBeLessThan(longest)
  const urlencoded = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=b' }
  const fields = posted('a=&'.repeat(bounds.body / 4), urlencoded)
  expect((await ask(new URL('/sign-in', app.baseUrl), fields)).status).toBe(413)
  expect(await turnOf('/sign-in', fields)).toBeLessThan(150)
  expect(await turnOf('/sign-in', posted(parts(bounds.body / 60), multipart))).toBeLessThan(150)
  for (const text of Object.values(long))
    expect(await turnOf('/sign-in', posted(formBody({ email: text, next: text, intent: text })))).toBeLessThan(longest)
})
