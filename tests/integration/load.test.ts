import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '#tests/harness/database.ts'
import { type Installation, startInstallation } from '#tests/load/installation.ts'
import { watchTogether } from '#tests/load/live-viewers.ts'
import { writeTogether } from '#tests/load/many-writers.ts'
import { buildOnce } from '#tests/reach/client.ts'

/** The smallest of what `npm run load` tries; times say nothing beside other tests, so none is expected. */
let installation: Installation

beforeAll(async () => {
  await buildOnce(inject('templateServer'))
  installation = await startInstallation({ ...(await freshDatabase()), processes: 2 })
}, 600_000)

afterAll(() => installation.stop())

test('of people who edit the same tasks at two processes, each edit is in the log once or refused', async () => {
  const { accepted, conflicts } = await writeTogether(installation, { writers: 6, editsOfWriter: 5 })
  expect(accepted + conflicts).toBe(30)
  expect(accepted).toBeGreaterThanOrEqual(5)
})

test('every open page is told about every edit and loads it', async () => {
  const { heard, loaded } = await watchTogether(installation, { viewers: 30, edits: 2 })
  expect(heard.most).toBeGreaterThan(0)
  expect(loaded.most).toBeGreaterThan(heard.half)
})
