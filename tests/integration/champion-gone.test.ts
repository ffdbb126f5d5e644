import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { findChampionGone } from '#app/access/participants/champion-gone.server.ts'
import { removeParticipant } from '#app/access/participants/remove-participant.server.ts'
import { askApproval } from '#app/plan/task/ask-approval.server.ts'
import { nameNextChampion } from '#app/plan/team/name-next-champion.server.ts'
import { collectDaily } from '#app/daily/collect-daily.server.ts'
import { raiseChampionGone } from '#app/daily/raise-champion-gone.server.ts'
import { takeChampion } from '#app/plan/team/take-champion.server.ts'
import { markSeen } from '#app/plan/visit/mark-seen.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { agreed } from '#tests/factories/agreeing.ts'
import { type Setting, eventsOf, statusOf, taskOf } from '#tests/factories/plan-setting.ts'

const order = (it: Setting, actor: Actor, input: object = {}) => ({
  ...{ actor, scopeId: it.planId, input },
  idempotencyKey: newId(),
})

const within = <Found>(it: Setting, work: Parameters<typeof inWorkspace<Found>>[2]) =>
  inWorkspace(it.parts.db, it.workspaceId, work)

const address = 'priya.raman@halden.example'

/** Emails to the champion come back. */
const block = (trx: WorkspaceTransaction, { workspaceId, parts }: Setting) =>
  trx
    .insertInto('blockedAddress')
    .values({ workspaceId, address, reason: 'bounced', since: parts.clock.now() })
    .execute()

/** A plan that both sides agreed to, on which the contract at Legal is the champion’s. */
async function stage() {
  const it = await agreed()
  await within(it, async (trx) => {
    await trx.deleteFrom('taskLink').where('workspaceId', '=', it.workspaceId).execute()
    await trx
      .updateTable('task')
      .set({ ownerPlaceholder: null, ownerParticipantId: it.champion.id, notAfter: '2026-07-03' })
      .where('id', '=', it.taskIds['legal'] ?? '')
      .execute()
  })
  return it
}

const asksOn = async (it: Setting, at: string) => {
  it.parts.clock.set(at)
  await raiseChampionGone(it.parts, it.workspaceId)
  return within(it, async (trx) => {
    const gone = await findChampionGone(trx, it)
    const notices = await trx
      .selectFrom('notice')
      .select(['memberId', 'participantId', 'daily'])
      .where('kind', '=', 'champion-gone')
      .where('planId', '=', it.planId)
      .execute()
    return { why: gone?.why, told: notices.map(({ memberId, participantId }) => memberId ?? participantId).sort() }
  })
}

const name = (it: Setting, actor: Actor, person: Actor) =>
  runCommand(it.parts, nameNextChampion, order(it, actor, { participantId: person.id }))
const take = (it: Setting, actor: Actor) => runCommand(it.parts, takeChampion, order(it, actor))
const standingsOf = async (it: Setting, actor: Actor) => [
  ...(await within(it, (trx) => standingsOnPlan(trx, actor, it.planId))),
]

test('three weeks of silence with a task due ask the lead and the other participants who leads, once', async () => {
  const it = await stage()
  // Last seen on 17 June; the plan's days are Berlin's.
  expect(await asksOn(it, '2026-07-07T21:59:00Z')).toEqual({ why: undefined, told: [] })
  const others = [it.lead.id, it.contributor.id, it.viewer.id].sort()
  expect(await asksOn(it, '2026-07-07T22:01:00Z')).toEqual({ why: 'silent', told: others })
  expect(await asksOn(it, '2026-07-10T08:00:00Z')).toEqual({ why: 'silent', told: others })
  await within(it, (trx) => trx.updateTable('plan').set({ state: 'won', wonOn: '2026-07-10' }).execute())
  expect((await asksOn(it, '2026-07-11T08:00:00Z')).why, 'nothing is due after the win').toBeUndefined()
})

test.each([
  { state: 'rough', why: 'bounced' },
  { state: 'won', why: 'bounced' },
  { state: 'lost', why: undefined },
])('emails that come back ask on a plan that is $state: $why', async ({ state, why }) => {
  const it = await stage()
  await within(it, (trx) =>
    trx
      .updateTable('plan')
      .set({ state, wonOn: state === 'won' ? '2026-06-18' : null })
      .execute(),
  )
  await within(it, (trx) => block(trx, it))
  expect((await asksOn(it, '2026-07-10T08:00:00Z')).why).toBe(why)
})

test('a champion without a task due may be silent, and one who comes back ends the question', async () => {
  const idle = await agreed()
  expect((await asksOn(idle, '2026-07-09T08:00:00Z')).why).toBeUndefined()
  const it = await stage()
  expect((await asksOn(it, '2026-07-09T08:00:00Z')).why).toBe('silent')
  it.parts.clock.set('2026-07-09T10:00:00Z')
  await runCommand(it.parts, markSeen, order(it, it.champion, { number: 1 }))
  expect((await asksOn(it, '2026-07-09T10:30:00Z')).why).toBeUndefined()
})

test('an address from which emails come back asks at once, until it works again', async () => {
  const it = await agreed()
  await within(it, (trx) => block(trx, it))
  expect((await asksOn(it, '2026-06-18T08:00:00Z')).why).toBe('bounced')
  await within(it, (trx) => trx.deleteFrom('blockedAddress').where('address', '=', address).execute())
  expect((await asksOn(it, '2026-06-18T09:00:00Z')).why).toBeUndefined()
})

test('the next champion is named by someone else, confirms, and gets what waited for the one who is gone', async () => {
  const it = await stage()
  const legal = it.taskIds['legal']
  await within(it, (trx) =>
    trx
      .updateTable('task')
      .set({
        ...{ resultAsks: 'approval', approverParticipantId: it.champion.id },
        promisedOn: '2026-07-01',
        promisedBy: it.champion.name,
      })
      .where('id', '=', legal ?? '')
      .execute(),
  )
  await runCommand(it.parts, askApproval, order(it, it.lead, { taskId: legal }))
  expect(await statusOf(name(it, it.lead, it.contributor)), 'not asked yet').toBe(422)
  await asksOn(it, '2026-07-09T08:00:00Z')
  expect(await statusOf(name(it, it.contributor, it.contributor)), 'themselves').toBe(422)
  expect(await statusOf(name(it, it.lead, it.champion)), 'is champion').toBe(422)
  await name(it, it.viewer, it.contributor)
  expect(await statusOf(take(it, it.viewer)), 'not named').toBe(409)
  expect(await standingsOf(it, it.champion)).toContain('champion')
  await take(it, it.contributor)
  expect(await standingsOf(it, it.contributor)).toContain('champion')
  expect(await standingsOf(it, it.champion)).toEqual(['contributor'])
  expect(await taskOf(it, legal)).toMatchObject({
    ...{ ownerParticipantId: it.contributor.id, approverParticipantId: it.contributor.id },
    ...{ promisedOn: null, approvalAsked: true },
  })
  it.parts.clock.set('2026-07-09T09:00:00Z')
  await collectDaily(it.parts, it.workspaceId)
  const asked = await within(it, (trx) =>
    trx
      .selectFrom('notice')
      .select(['participantId', 'facts', 'state'])
      .where('kind', '=', 'approval-asked')
      .orderBy('createdAt')
      .execute(),
  )
  expect(asked).toMatchObject([
    { participantId: it.champion.id, state: 'unwanted' },
    { participantId: it.contributor.id, state: 'sent', facts: { by: 'Sam Ortiz' } },
  ])
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(
    expect.arrayContaining(['next champion named', 'champion handed on', 'tasks taken over']),
  )
  expect(await within(it, (trx) => findChampionGone(trx, it))).toBeUndefined()
})

test('who was named and left is named no longer, and someone not accepted cannot be', async () => {
  const it = await stage()
  await asksOn(it, '2026-07-09T08:00:00Z')
  await name(it, it.lead, it.contributor)
  await runCommand(it.parts, removeParticipant, order(it, it.lead, { participantId: it.contributor.id }))
  expect(await within(it, (trx) => findChampionGone(trx, it))).toMatchObject({ namedId: null })
  await within(it, (trx) =>
    trx.updateTable('planParticipant').set({ acceptedAt: null }).where('participantId', '=', it.viewer.id).execute(),
  )
  expect(await statusOf(name(it, it.lead, it.viewer))).toBe(422)
})

const dailiesTelling = async (it: Setting, words: string) => {
  await collectDaily(it.parts, it.workspaceId)
  const rows = await within(it, (trx) =>
    trx.selectFrom('notice').select(['facts', 'memberId', 'participantId']).where('kind', '=', 'daily').execute(),
  )
  return rows
    .filter(({ facts }) => JSON.stringify(facts).includes(words))
    .map(({ memberId, participantId }) => memberId ?? participantId)
}

test('a question that was answered before the morning is in no email, and of two who were named the last one is told', async () => {
  const gone = 'Who leads this now?'
  const back = await stage()
  await within(back, (trx) => block(trx, back))
  expect((await asksOn(back, '2026-06-18T19:00:00Z')).told).not.toEqual([])
  await within(back, (trx) => trx.deleteFrom('blockedAddress').where('address', '=', address).execute())
  await asksOn(back, '2026-06-19T06:05:00Z')
  expect(await dailiesTelling(back, gone)).toEqual([])

  const it = await stage()
  await within(it, (trx) => block(trx, it))
  await asksOn(it, '2026-06-18T19:00:00Z')
  await name(it, it.lead, it.viewer)
  await name(it, it.lead, it.contributor)
  it.parts.clock.set('2026-06-19T06:05:00Z')
  expect(await dailiesTelling(it, 'named you to lead this plan')).toEqual([it.contributor.id])
  expect(await dailiesTelling(it, gone)).toEqual([])
})
