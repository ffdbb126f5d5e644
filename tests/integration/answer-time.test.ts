import { expect, test } from 'vitest'
import { runCommand } from '#app/runner/run-command.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { setAnswerTime } from '#app/workspace/settings/set-answer-time.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { eventsOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

async function begin() {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const stored = () =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('workspace').selectAll().executeTakeFirstOrThrow())
  return { it, admin, stored }
}

test('an admin sets by when customers get an answer; who asks later is promised that, who asked before is not', async () => {
  const { it, admin, stored } = await begin()
  it.parts.clock.set('2026-06-17T08:00:00Z')
  const set = (input: Record<string, unknown>, more: object = {}, actor = admin) =>
    runCommand(it.parts, setAnswerTime, { actor, scopeId: it.workspaceId, input, ...more })
  const ask = async () => {
    const order = { actor: it.champion, scopeId: it.planId, input: { body: 'When do you start?' } }
    const { commentId } = (await runCommand(it.parts, askQuestion, order)).result
    return commentId
  }
  const promised = async (id: string) =>
    inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
      const row = await trx.selectFrom('question').select('promisedAt').where('id', '=', id).executeTakeFirstOrThrow()
      return row.promisedAt.toISOString()
    })
  const before = await ask()
  const seen = { answerHours: '8', answerFrom: '09:00', answerTo: '17:00' }
  const wanted = { answerHours: '4', answerFrom: '08:30', answerTo: '12:30' }
  expect(await statusOf(set(wanted, { seen }, it.lead))).toBe(403)
  await set(wanted, { seen })
  expect(await stored()).toMatchObject({ answerHours: 4, answerFrom: '08:30', answerTo: '12:30' })
  const events = await eventsOf(it)
  expect(events.find(({ event }) => event === 'answer time changed')?.changes).toEqual({
    answerHours: { before: 8, after: 4 },
    answerFrom: { before: '09:00', after: '08:30' },
    answerTo: { before: '17:00', after: '12:30' },
  })
  // Wednesday, 10:00 in Berlin: eight hours of nine to five, then four hours of 8:30 to 12:30.
  expect(await promised(before)).toBe('2026-06-18T08:00:00.000Z')
  expect(await promised(await ask())).toBe('2026-06-18T08:00:00.000Z')
  it.parts.clock.set('2026-06-17T07:00:00Z')
  expect(await promised(await ask())).toBe('2026-06-18T07:00:00.000Z')
  expect(await refusalOf(set({ ...wanted, answerHours: '2' }, { seen }))).toMatchObject({
    status: 409,
    conflicts: [{ field: 'answerHours', yours: '2', theirs: '4' }],
  })
})

test.each([
  [{ answerHours: '0' }, 'answerHours'],
  [{ answerHours: '81' }, 'answerHours'],
  [{ answerHours: '1.5' }, 'answerHours'],
  [{ answerFrom: '09:15' }, 'answerFrom'],
  [{ answerFrom: '24:00' }, 'answerFrom'],
  [{ answerTo: '00:00' }, 'answerTo'],
  [{ answerTo: '09:00' }, 'answerTo'],
])('as an answer time %o is refused beside its field, and nothing changes', async (input, field) => {
  const { it, admin, stored } = await begin()
  const before = await stored()
  const usual = { answerHours: '8', answerFrom: '09:00', answerTo: '17:00' }
  const order = { actor: admin, scopeId: it.workspaceId, input: { ...usual, ...input } }
  const refused = await refusalOf(runCommand(it.parts, setAnswerTime, order))
  expect(refused.status).toBe(422)
  expect(refused.faults.map((fault) => fault.field)).toEqual([field])
  expect(await stored()).toEqual(before)
})
