import { randomInt } from 'node:crypto'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { testParts } from '#tests/factories/parts.ts'
import { fuzz, isHarmless } from '#tests/fuzz/fuzz.ts'
import { verdictOf } from '#tests/fuzz/verdict.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { type Cast, makeCast } from '#tests/reach/cast.ts'
import { startBuiltApp } from '#tests/reach/client.ts'

/** A small part of `npm run fuzz`, with another seed each time. */
const count = 400

let app: RunningApp
let [db, ownerDb]: Database[] = []
let cast: Cast

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 3 })
  ownerDb = createDatabase(app.ownerUrl, { max: 1 })
  const parts = await testParts(db, app.appUrl, { now: new Date().toISOString() })
  cast = await makeCast({ ...parts, environment: readEnvironment(app.variables) })
}, 240_000)

afterAll(async () => {
  await Promise.all([db?.destroy(), ownerDb?.destroy()])
  await app.stop()
})

test('there are people who may change nothing, and people who may', () => {
  const harmless = cast.askers.filter(isHarmless).map(({ name }) => name)
  expect(harmless).toEqual(expect.arrayContaining(['nobody', 'marketing', 'support', 'program with a key']))
  for (const name of ['admin', 'lead', 'champion', 'viewer']) expect(harmless).not.toContain(name)
})

test(
  'mangled requests break nothing, change nothing that is not theirs, and leave nothing behind',
  { timeout: 240_000 },
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
