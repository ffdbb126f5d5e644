import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { beginSession } from '#app/access/core/session.server.ts'
import { newId } from '#app/kit/ids.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { giveConsent } from '#app/references/consent/give-consent.server.ts'
import { requestRefusals } from '#app/references/library/request-words.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { type Database, createDatabase } from '#db/connection.ts'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import type { RunningApp } from '#tests/harness/app.ts'
import { inDays, runClock } from '#tests/harness/clock.ts'
import { ask, formBody, startBuiltApp } from '#tests/reach/client.ts'

let app: RunningApp
let db: Database
let parts: Parts

beforeAll(async () => {
  app = await startBuiltApp(inject('templateServer'))
  db = createDatabase(app.appUrl, { max: 2 })
  parts = { ...(await testParts(db, app.appUrl)), environment: readEnvironment(app.variables), clock: runClock }
}, 600_000)

afterAll(async () => {
  await db.destroy()
  await app.stop()
})

test('50 forms at once for the last call, over HTTP, give one grant; the others are refused', async () => {
  const { workspaceId, planId, champion, lead, outsider } = await makePlan(db)
  const order = (input: object) => ({ actor: champion, scopeId: planId, input, idempotencyKey: newId() })
  await runCommand(parts, confirmFirstWin, order({ winVersion: 1, measuredValue: '1' }))
  await runCommand(parts, giveConsent, order({ winVersion: 2, kinds: ['call'], callsPerQuarter: '1' }))
  const cookies = await Promise.all(
    [lead, outsider].map(({ id: memberId }) =>
      inWorkspace(db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, { memberId }, null)),
    ),
  )
  const times = { firstTime: '10:00', secondTime: '11:00', thirdTime: '12:00' }
  const proposed = Object.fromEntries(Object.entries(times).map(([field, time]) => [field, `${inDays(3)}T${time}`]))
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      ask(new URL(paths.libraryEntry(planId), app.baseUrl), {
        method: 'POST',
        headers: { origin: app.baseUrl, cookie: cookies[at % 2]?.split(';')[0] ?? '' },
        body: formBody({
          ...{ intent: 'request-call', idempotencyKey: newId(), kind: 'call', timeZone: 'Europe/Berlin', ...proposed },
          ...{ deal: `Deal ${String(at)}`, why: 'They close their books in five systems.' },
        }),
      }),
    ),
  )
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses.filter((status) => status === 303)).toHaveLength(1)
  // A busy database lets some wait for the plan too long.
  expect(statuses.filter((status) => status === 409 || status === 503)).toHaveLength(49)
  for (const { status, body } of answers)
    if (status === 409) expect(body.toString()).toContain(requestRefusals.noneLeft)
  const stored = await inWorkspace(db, workspaceId, (trx) =>
    trx.selectFrom('referenceRequest').select('state').where('planId', '=', planId).execute(),
  )
  expect(stored).toEqual([{ state: 'asked' }])
})
