import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { decode } from 'turbo-stream'
import type { CommandName } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import type { Carrier } from '#tests/reach/carrier.ts'
import { carriers } from '#tests/reach/carriers.ts'
import { type Form, ask, formBody, inParallel } from '#tests/reach/client.ts'
import { paramsOf } from '#tests/reach/places.ts'
import { type StagedCast, startWithCast } from '#tests/reach/start-with-cast.ts'
import { fill } from '#tests/reach/urls.ts'
import { ofThisTurn, sendersOf } from '#tests/reach/which-combinations.ts'

/**
 * Remix encodes answers by recursion, so posted values must not be returned as deeply nested as they were sent: that would overflow the
 * stack.
 */

let app: StagedCast['app']
let cast: StagedCast['cast']
let stop: StagedCast['stop']

beforeAll(async () => {
  ;({ app, cast, stop } = await startWithCast(inject('templateServer')))
}, 600_000)

afterAll(() => stop())

const deep = 3_000
const nested = ['['.repeat(deep) + ']'.repeat(deep), '{"a":'.repeat(deep) + '1' + '}'.repeat(deep)]
const name = `a${'[b]'.repeat(deep / 10)}`

/** Each field in turn replaced by something nested, and such fields beside them. */
const bent = (form: Form): Form[] =>
  nested.flatMap((value) => [
    Object.fromEntries([...Object.keys(form).map((field) => [field, value] as const), [name, value]]),
    { ...form, [name]: value, ...Object.fromEntries(Object.keys(form).map((field) => [`seen.${field}`, value])) },
  ])

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthOf))
}

/** Remix's own kinds of value (redirects, error answers), read as what they hold. */
const anyKind = (_kind: string, ...held: unknown[]) => ({ value: held })

/** How deeply what a page answers to its script is nested. */
async function answerTo(url: string, form: Form, headers: Readonly<Record<string, string>>) {
  const answer = await ask(new URL(`${url}.data`, app.baseUrl), {
    method: 'POST',
    headers: { ...headers, origin: new URL(app.baseUrl).origin },
    body: formBody(form),
  })
  const isEncoded = answer.headers.get('content-type')?.includes('text/x-script')
  const { value } = isEncoded
    ? await decode(new Blob([new Uint8Array(answer.body)]).stream(), { plugins: [anyKind] })
    : { value: null }
  return { status: answer.status, isEncoded, depth: depthOf(value) }
}

test('what is posted nested never comes back nested, whatever the command', { timeout: 300_000 }, async () => {
  const orders = (Object.entries(carriers) as [CommandName, Carrier | string][]).flatMap(([command, carrier], at) =>
    typeof carrier === 'string'
      ? []
      : ofThisTurn(bent(carrier.form(cast.home)), 2, at).map((form) => ({
          command,
          url: fill(carrier.url, paramsOf(cast.home, cast.home.people['champion']?.id ?? null)),
          form: { intent: command, idempotencyKey: newId(), ...form },
        })),
  )
  const tooDeep: string[] = []
  let encoded = 0
  await inParallel(orders, 4, async ({ command, url, form }) => {
    for (const { name: who, headers } of sendersOf(command, cast)) {
      const { status, isEncoded, depth } = await answerTo(url, { ...form, intent: command }, headers)
      if (isEncoded) encoded++
      if (status >= 500 || depth > 12) tooDeep.push(`${who}: ${command} answered ${status}, ${depth} deep`)
    }
  })
  expect(tooDeep).toEqual([])
  expect(encoded).toBeGreaterThan(100)
})
