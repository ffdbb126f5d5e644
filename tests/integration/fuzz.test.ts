import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { testParts } from '#tests/factories/parts.ts'
import { fuzz, isHarmless } from '#tests/fuzz/fuzz.ts'
import { shoot } from '#tests/fuzz/shoot.ts'
import { verdictOf } from '#tests/fuzz/verdict.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { type Cast, makeCast } from '#tests/reach/cast.ts'
import { ask, startBuiltApp } from '#tests/reach/client.ts'

/** A small part of `npm run fuzz`, with another seed each time. */
const count = 400

let app: RunningApp
let [db, ownerDb]: Database[] = []
let cast: Cast

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 3 })
  ownerDb = createDatabase(app.ownerUrl, { max: 1 })
  const parts = await testParts(db, app.appUrl, { now: runClock.now().toISOString() })
  cast = await makeCast({ ...parts, environment: readEnvironment(app.variables) })
}, 600_000)

afterAll(async () => {
  await Promise.all([db?.destroy(), ownerDb?.destroy()])
  await app.stop()
})

test('there are people who may change nothing, and people who may', () => {
  const harmless = cast.askers.filter(isHarmless).map(({ name }) => name)
  expect(harmless).toEqual(expect.arrayContaining(['nobody', 'support', 'program with a key']))
  for (const name of ['admin', 'lead', 'champion', 'viewer', 'marketing']) expect(harmless).not.toContain(name)
})

test('what once broke a page is answered', async () => {
  const lead = cast.askers.find(({ name }) => name === 'lead')
  const plan = `/plans/${cast.home.planId}`
  const known: [path: string, status: number][] = [
    [`${plan}?kept=x`, 200],
    [`${plan}?_data=root`, 400],
    [`${plan}/events.data`, 404],
  ]
  for (const [path, status] of known)
    expect((await ask(new URL(path, app.baseUrl), { headers: lead?.headers ?? {} })).status, path).toBe(status)
  const { port, host } = new URL(app.baseUrl)
  const bytes = Buffer.from(`GET /assets/../../package.json HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`)
  expect(await shoot(Number(port), { what: 'a way out of the folder', bytes })).toBe(404)
})

test(
  'mangled requests break nothing, change nothing that is not theirs, and leave nothing behind',
  { timeout: 600_000 },
  async () => {
    const seed = randomInt(2 ** 31)
    if (!ownerDb) throw new Error('There is no database.')
    const outcome = await fuzz({ app, ownerDb, cast, seed, count })
    process.stdout.write(`Fuzz: seed ${seed}, ${outcome.sent} requests, ${JSON.stringify(outcome.hits)}\n`)
    expect(outcome.sent).toBe(count)
    expect(Object.keys(outcome.hits).length).toBeGreaterThan(8)
    expect(verdictOf(outcome)).toEqual([])
  },
)
