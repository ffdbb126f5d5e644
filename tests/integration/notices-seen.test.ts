import { expect, test } from 'vitest'
import { acceptParticipant } from '#app/access/participants/accept-participant.server.ts'
import { inviteParticipant } from '#app/access/participants/invite-participant.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { newId } from '#app/kit/ids.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { markSeen } from '#app/plan/visit/mark-seen.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { editTerms } from '#app/plan/terms/edit-terms.server.ts'
import { editTask } from '#app/plan/task/edit-task.server.ts'
import { sendBackTask } from '#app/plan/task/send-back-task.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { type CommandOrder, runCommand } from '#app/runner/run-command.server.ts'
import { chaseWin } from '#app/value/win/chase-win.server.ts'
import { confirmFirstWin } from '#app/value/win/confirm-first-win.server.ts'
import { sayNotYet } from '#app/value/win/say-not-yet.server.ts'
import { saveSituation } from '#app/value/situation/save-situation.server.ts'
import { shareSituation } from '#app/value/situation/share-situation.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { agreed } from '#tests/factories/agreeing.ts'
import { type Setting, eventsOf, setUp } from '#tests/factories/plan-setting.ts'

const order = (it: Setting, actor: Actor, input: object): CommandOrder => ({
  ...{ actor, scopeId: it.planId, input },
  idempotencyKey: newId(),
})

/** The person’s page shows everything up to now. */
async function look(it: Setting, actor: Actor) {
  const number = Number((await eventsOf(it)).at(-1)?.number)
  await runCommand(it.parts, markSeen, order(it, actor, { number }))
}

const factsOfDailies = async (it: Setting, at: string, person: Actor) => {
  it.parts.clock.set(at)
  await collectDaily(it.parts, it.workspaceId)
  const rows = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['facts', 'memberId', 'participantId'])
      .where('kind', '=', 'daily')
      .orderBy('createdAt')
      .execute(),
  )
  return rows
    .filter(({ memberId, participantId }) => [memberId, participantId].includes(person.id))
    .map(({ facts }) => JSON.stringify(facts))
}

test('what changed is left out once the reader has seen it on the plan, and told when it changes again', async () => {
  const it = await agreed()
  const edit = (criticalDate: string) => runCommand(it.parts, editTerms, order(it, it.lead, { criticalDate }))
  await edit('2026-09-22')
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await look(it, it.champion)
  expect((await factsOfDailies(it, '2026-06-18T06:05:00Z', it.champion)).join()).not.toContain('22 September')
  it.parts.clock.set('2026-06-18T09:00:00Z')
  await edit('2026-09-23')
  expect((await factsOfDailies(it, '2026-06-19T06:05:00Z', it.champion)).join()).toContain('23 September')
})

test('a change after the look is told, though one before it was seen', async () => {
  const it = await agreed()
  const edit = (criticalDate: string) => runCommand(it.parts, editTerms, order(it, it.lead, { criticalDate }))
  await edit('2026-09-22')
  it.parts.clock.set('2026-06-17T11:00:00Z')
  await look(it, it.champion)
  it.parts.clock.set('2026-06-17T12:00:00Z')
  await edit('2026-09-24')
  expect((await factsOfDailies(it, '2026-06-18T06:05:00Z', it.champion)).join()).toContain('24 September')
})

test('what the reader has done since is left out', async () => {
  const it = await setUp()
  const legal = it.taskIds['legal'] ?? ''
  await runCommand(it.parts, editTask, order(it, it.lead, { taskId: legal, owner: `participant:${it.champion.id}` }))
  const complete = () => runCommand(it.parts, completeTask, order(it, it.champion, { taskId: legal }))
  await complete()
  await runCommand(it.parts, sendBackTask, order(it, it.lead, { taskId: legal, reason: 'Page two is missing.' }))
  await complete()
  expect((await factsOfDailies(it, '2026-06-17T09:05:00Z', it.champion)).join()).not.toContain('Page two')
})

test('who has looked at the plan today gets no email about tasks that the page shows, until the next day', async () => {
  const it = await setUp()
  await inWorkspace(it.parts.db, it.workspaceId, async (trx) => {
    await trx.deleteFrom('taskLink').where('workspaceId', '=', it.workspaceId).execute()
    await trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerParticipantId: it.champion.id })
      .where('id', '=', it.taskIds['legal'] ?? '')
      .execute()
  })
  await runCommand(it.parts, completeTask, order(it, it.lead, { taskId: it.taskIds['scope'] }))
  await look(it, it.champion)
  expect(await factsOfDailies(it, '2026-06-17T08:05:00Z', it.champion)).toEqual([])
  expect(await factsOfDailies(it, '2026-06-18T06:05:00Z', it.champion)).toHaveLength(1)
})

test('who has confirmed the win, or said when they will look again, is not asked by email to measure it', async () => {
  const isAsked = async (answer: (it: Setting) => Promise<unknown>) => {
    const it = await agreed()
    it.parts.clock.set('2026-10-30T12:00:00Z')
    await chaseWin(it.parts, it.workspaceId)
    await answer(it)
    return (await factsOfDailies(it, '2026-11-02T07:05:00Z', it.champion)).join().includes('was to be measured by')
  }
  expect(await isAsked(() => Promise.resolve())).toBe(true)
  const confirmed = { winVersion: 1, measuredValue: '1' }
  expect(await isAsked((it) => runCommand(it.parts, confirmFirstWin, order(it, it.champion, confirmed)))).toBe(false)
  const notYet = { reason: 'October is not closed yet.', measureOn: '2026-11-20' }
  expect(await isAsked((it) => runCommand(it.parts, sayNotYet, order(it, it.champion, notYet)))).toBe(false)
})

test('what was shared and is a draft again is not in the email, until it is shared again', async () => {
  const it = await setUp()
  it.parts.clock.set('2026-06-17T10:00:00Z')
  const noted = { personId: it.contributor.id, jobTitle: 'Controller', issue: 'The books close late' }
  const save = (input: object) => runCommand(it.parts, saveSituation, order(it, it.lead, { ...noted, ...input }))
  const { situationId } = (await save({})).result
  const share = () => runCommand(it.parts, shareSituation, order(it, it.lead, { situationId }))
  const told = async (at: string) =>
    (await factsOfDailies(it, at, it.contributor)).filter((facts) => facts.includes('wrote down what you said')).length
  await share()
  await save({ situationId, issue: 'The books close a month late' })
  expect(await told('2026-06-18T06:05:00Z')).toBe(0)
  it.parts.clock.set('2026-06-18T10:00:00Z')
  await share()
  expect(await told('2026-06-19T06:05:00Z')).toBe(1)
})

test('who was added is told the next morning, unless they were accepted or taken off before', async () => {
  const it = await setUp()
  const invite = async (name: string) => {
    const email = `${name.toLowerCase()}@halden.example`
    const input = { name, email, role: 'viewer' }
    // Who is added by one form is told in one notice.
    it.parts.clock.set(new Date(it.parts.clock.now().getTime() + 1_000))
    const { result } = await runCommand(it.parts, inviteParticipant, order(it, it.lead, input))
    return { participantId: result.participantIds[0] ?? '' }
  }
  const [accepted, removed] = [await invite('Ines'), await invite('Tom')]
  await invite('Eva')
  await runCommand(it.parts, acceptParticipant, order(it, it.champion, accepted))
  await runCommand(it.parts, removeParticipant, order(it, it.champion, removed))
  const told = (await factsOfDailies(it, '2026-06-18T06:05:00Z', it.champion)).join()
  expect(told).toContain('added Eva (eva@halden.example) as a viewer')
  expect(told).not.toContain('Ines')
  expect(told).not.toContain('Tom')
})

test('a slip that was put right before the morning is not told, and two of one evening are one line', async () => {
  const it = await agreed()
  await factsOfDailies(it, '2026-06-17T10:05:00Z', it.champion)
  const last = async (at: string) => (await factsOfDailies(it, at, it.champion)).at(-1)
  const evening = async (day: string, lengths: readonly string[]) => {
    for (const [at, durationDays] of lengths.entries()) {
      it.parts.clock.set(`${day}T${19 + at}:00:00Z`)
      await runCommand(it.parts, editTask, order(it, it.lead, { taskId: it.taskIds['build'], durationDays }))
      await collectDaily(it.parts, it.workspaceId)
    }
  }
  await evening('2026-06-17', ['80', '10'])
  expect(await last('2026-06-18T06:05:00Z')).not.toContain('slipped')
  await evening('2026-06-18', ['80', '82'])
  const told = (await last('2026-06-19T06:05:00Z')) ?? ''
  expect(told.match(/Go-live has slipped/g)).toHaveLength(1)
  expect(told).toMatch(/Go-live has slipped: 15 September → /)
})

test('what the end of a plan, or its archive, has made pointless is not told, to members either', async () => {
  const given = async () => {
    const it = await agreed()
    await factsOfDailies(it, '2026-06-17T10:05:00Z', it.lead)
    const owner = `member:${it.lead.id}`
    it.parts.clock.set('2026-06-17T19:00:00Z')
    await runCommand(it.parts, editTask, order(it, it.champion, { taskId: it.taskIds['legal'], owner }))
    return it
  }
  const told = async (it: Setting) => (await factsOfDailies(it, '2026-06-18T06:05:00Z', it.lead)).join()
  expect(await told(await given())).toContain('Contract at Legal')
  const lost = await given()
  await runCommand(lost.parts, closePlan, order(lost, lost.lead, { reason: 'no budget', note: '' }))
  expect(await told(lost)).not.toContain('Contract at Legal')
  const archived = await given()
  await runCommand(archived.parts, archivePlan, order(archived, archived.lead, {}))
  expect(await told(archived)).not.toContain('Contract at Legal')
})
