import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readEnvironment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { issueLink, linkUrl } from '#app/outbox/link-token.server.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { runClock } from '#tests/harness/clock.ts'
import { ask, formBody, startBuiltApp } from '#tests/reach/client.ts'

/** Many press *Continue* on one link at the same moment, on the running app with its own connections. */

let app: RunningApp
let db: Database
let ownerDb: Database
let parts: Parts

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  ownerDb = createDatabase(app.ownerUrl, { max: 2 })
  parts = { ...(await testParts(db, app.appUrl)), environment: readEnvironment(app.variables), clock: runClock }
}, 600_000)

afterAll(async () => {
  await Promise.all([db.destroy(), ownerDb.destroy()])
  await app.stop()
})

// Fewer than the app has connections, so that none waits for one.
const presses = 8

/** As its sender would after being told to: what had to wait for the link's row for too long is sent again. */
async function press(url: URL): ReturnType<typeof ask> {
  const headers = { origin: app.baseUrl }
  const answer = await ask(url, {
    method: 'POST',
    headers,
    body: formBody({ intent: 'continue', idempotencyKey: 'race' }),
  })
  return answer.status === 503 ? press(url) : answer
}

test.each(['invitation', 'return', 'sign-in'] as const)('of many, one gets in by a link of kind %s', async (kind) => {
  const { workspaceId, planId, champion } = await makePlan(db)
  const tokenId = await inWorkspace(db, workspaceId, (trx) =>
    issueLink(parts.environment, trx, workspaceId, { kind, planId, participantId: champion.id }, runClock.now()),
  )
  const link = linkUrl(parts.environment, { workspaceId, tokenId })
  const url = new URL(new URL(link).pathname, app.baseUrl)

  // They queue at the link's locked row until all have reached it, and are released at once.
  const answers = await ownerDb.transaction().execute(async (trx) => {
    await trx.selectFrom('linkToken').select('id').where('id', '=', tokenId).forUpdate().executeTakeFirstOrThrow()
    const pressed = Array.from({ length: presses }, () => press(url))
    await expect
      .poll(async () => {
        const { rows } = await sql<{ waiting: string }>`
            select count(*) as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`.execute(ownerDb)
        return Number(rows[0]?.waiting)
      })
      .toBeGreaterThanOrEqual(presses)
    return { all: pressed }
  })
  const all = await Promise.all(answers.all)
  const statuses = all.map(({ status }) => status).sort()
  expect(statuses).toEqual([303, ...Array.from({ length: presses - 1 }, () => 401)])
  for (const { status, headers: it } of all)
    expect(
      it.getSetCookie().some((cookie) => !cookie.includes('firstwin-probe')),
      String(status),
    ).toBe(status === 303)
  const sessions = await ownerDb
    .selectFrom('session')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('participantId', '=', champion.id)
    .execute()
  expect(sessions).toHaveLength(1)
})
