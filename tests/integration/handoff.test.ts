import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { handoffCommands } from '#app/handoff/handoff-commands.server.ts'
import { findAskedHandoff, getLead } from '#app/handoff/lead/lead-queries.server.ts'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'

type Name = keyof typeof handoffCommands
const give = (it: Setting, name: Name, input: object, actor: Actor) =>
  // Each command parses its own input.
  runCommand(it.parts, handoffCommands[name] as (typeof handoffCommands)['offer-handoff'], {
    ...{ actor, scopeId: it.planId, idempotencyKey: newId(), input },
  })
const offer = async (it: Setting, input: object = {}, actor: Actor = it.lead) =>
  (await give(it, 'offer-handoff', { receiverId: it.teammate.id, ...input }, actor)).result.handoffId

const setUpWithAdmin = async () => {
  const it = await setUp()
  const [nils, ana] = [
    await makeMember(it.parts.db, it.workspaceId, { name: 'Nils Berg', roles: ['account manager'] }),
    await makeMember(it.parts.db, it.workspaceId, { name: 'Ana Lind', roles: ['admin'] }),
  ]
  return { ...it, nils, admin: { ...ana, signedInAt: it.parts.clock.now() } }
}

const leadOf = (it: Setting, ...standings: Standing[]) =>
  getLead(it.parts, { actor: it.lead, standings: new Set<Standing>(['member', ...standings]) }, it.planId)
const askedOf = (it: Setting, actor: Setting['lead'], ...standings: Standing[]) =>
  findAskedHandoff(it.parts, { actor, standings: new Set<Standing>(['member', ...standings]) }, it.planId)
const noticesOf = (it: Setting, kind: string) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .selectFrom('notice')
      .select(['memberId', 'participantId', 'facts', 'daily', 'state'])
      .where('kind', '=', kind)
      .orderBy('createdAt')
      .orderBy('participantId')
      .execute(),
  )

test('a plan passes to the member who accepts it; until then its lead stays responsible, and then the customer is told', async () => {
  const it = await setUpWithAdmin()
  const handoffId = await offer(it, { receiverId: it.nils.id, note: 'Call Priya first.', withTasks: 'yes' })
  expect(await planOf(it)).toMatchObject({ leadId: it.lead.id })
  expect(await noticesOf(it, 'handoff-offered')).toMatchObject([
    { memberId: it.nils.id, daily: false, facts: { by: it.lead.name, lead: it.lead.name, note: 'Call Priya first.' } },
  ])
  expect(await askedOf(it, it.nils)).toEqual({ kind: 'answer', by: it.lead.name })
  expect(await askedOf(it, it.lead, 'lead')).toBeNull()

  await give(it, 'accept-handoff', { handoffId }, it.nils)
  expect(await planOf(it)).toMatchObject({ leadId: it.nils.id })
  const { lead, team, waiting, past } = await leadOf(it)
  expect(lead.name).toBe('Nils Berg')
  expect(
    team.map(({ id }) => id),
    'who handed over stays on the team',
  ).toContain(it.lead.id)
  expect(waiting).toBeNull()
  expect(past).toMatchObject([{ state: 'accepted', giver: it.lead.name, receiver: 'Nils Berg' }])
  const told = await noticesOf(it, 'lead-changed')
  expect(told.length).toBeGreaterThan(0)
  expect(told.map(({ participantId }) => participantId)).toContain(it.champion.id)
  expect(told[0]).toMatchObject({ daily: true, facts: { lead: 'Nils Berg', before: it.lead.name } })
  expect(await noticesOf(it, 'handoff-answered')).toMatchObject([
    { memberId: it.lead.id, facts: { by: 'Nils Berg', answer: 'accepted' } },
  ])
  expect(await noticesOf(it, 'handoff-offered'), 'nothing more is asked').toMatchObject([{ state: 'unwanted' }])
  const events = await eventsOf(it)
  expect(events.find(({ event }) => event === 'handoff offered')).toMatchObject({ visibleTo: 'vendor' })
  expect(events.find(({ event }) => event === 'lead taken over')).toMatchObject({
    visibleTo: null,
    changes: { lead: { before: it.lead.name, after: 'Nils Berg' } },
  })
})

test('the open tasks of the lead go along where that was said, and stay where it was not', async () => {
  for (const withTasks of ['yes', '']) {
    const it = await setUp()
    const own = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx
        .selectFrom('task')
        .select(['id', 'doneOn'])
        .where('planId', '=', it.planId)
        .where('ownerMemberId', '=', it.lead.id)
        .where('doneOn', 'is', null)
        .execute(),
    )
    expect(own.length).toBeGreaterThan(0)
    await give(it, 'accept-handoff', { handoffId: await offer(it, { withTasks }) }, it.teammate)
    for (const { id } of own)
      expect((await taskOf(it, id))?.ownerMemberId).toBe(withTasks ? it.teammate.id : it.lead.id)
  }
})

test('a handoff that is sent back with questions leaves the plan with its lead, who can ask again', async () => {
  const it = await setUp()
  const handoffId = await offer(it)
  const refused = await refusalOf(give(it, 'send-back-handoff', { handoffId, questions: ' ' }, it.teammate))
  expect(refused).toMatchObject({ status: 422, faults: [{ field: 'questions' }] })
  const questions = 'Who signs at the customer?'
  await give(it, 'send-back-handoff', { handoffId, questions }, it.teammate)
  expect(await planOf(it)).toMatchObject({ leadId: it.lead.id })
  expect(await noticesOf(it, 'handoff-answered')).toMatchObject([
    { memberId: it.lead.id, daily: true, facts: { answer: 'sent back', questions } },
  ])
  expect(await askedOf(it, it.lead, 'lead')).toEqual({ kind: 'sent back', by: it.teammate.name })
  expect((await leadOf(it)).past).toMatchObject([{ state: 'sent back', questions }])
  // The next one is later.
  it.parts.clock.set('2026-06-18T09:00:00Z')
  await offer(it, { note: 'Priya signs.' })
  expect(await askedOf(it, it.lead, 'lead')).toBeNull()
})

test('only the lead or an admin hands a plan over, and only the member who was asked answers', async () => {
  const it = await setUpWithAdmin()
  for (const actor of [it.teammate, it.nils, it.champion])
    expect(await statusOf(offer(it, {}, actor)), actor.name).toBe(403)
  expect(await refusalOf(offer(it, { receiverId: it.lead.id }))).toMatchObject({ status: 422 })
  expect(await refusalOf(offer(it, { receiverId: newId() }))).toMatchObject({ status: 422 })
  expect(await refusalOf(offer(it, { receiverId: '' }))).toMatchObject({ faults: [{ field: 'receiverId' }] })
  const handoffId = await offer(it, {}, it.admin)
  expect(await refusalOf(offer(it, { receiverId: it.nils.id }))).toMatchObject({
    message: `${it.teammate.name} has not answered yet. Withdraw that handoff first.`,
  })
  for (const actor of [it.lead, it.nils, it.admin])
    expect(await statusOf(give(it, 'accept-handoff', { handoffId }, actor)), actor.name).toBe(409)
  await give(it, 'withdraw-handoff', { handoffId }, it.lead)
  expect(await statusOf(give(it, 'accept-handoff', { handoffId }, it.teammate))).toBe(409)
  expect(await planOf(it)).toMatchObject({ leadId: it.lead.id })
})

test('of an acceptance and a withdrawal at once, one holds', async () => {
  const it = await setUp()
  const handoffId = await offer(it)
  const [accepted, withdrawn] = await Promise.all([
    statusOf(give(it, 'accept-handoff', { handoffId }, it.teammate)),
    statusOf(give(it, 'withdraw-handoff', { handoffId }, it.lead)),
  ])
  // Who lost the lead may not withdraw any longer.
  expect([
    [200, 403],
    [200, 409],
    [409, 200],
  ]).toContainEqual([accepted, withdrawn])
  expect(await planOf(it)).toMatchObject({ leadId: accepted === 200 ? it.teammate.id : it.lead.id })
})

test('a member who leaves: their plans are assigned, what they were asked for ends, and no plan is without a lead', async () => {
  const it = await setUpWithAdmin()
  await offer(it, { receiverId: it.nils.id })
  const remove = (memberId: string, successorId: string) =>
    runCommand(it.parts, removeMember, {
      ...{ actor: it.admin, scopeId: it.workspaceId, idempotencyKey: newId(), input: { memberId, successorId } },
    })
  await remove(it.nils.id, '')
  expect(await noticesOf(it, 'handoff-answered')).toMatchObject([
    { memberId: it.lead.id, facts: { by: 'Nils Berg', answer: 'receiver left' } },
  ])
  expect((await leadOf(it)).waiting).toBeNull()

  await offer(it)
  expect(await refusalOf(remove(it.lead.id, ''))).toMatchObject({ faults: [{ field: 'successorId' }] })
  await remove(it.lead.id, it.teammate.id)
  expect(await planOf(it)).toMatchObject({ leadId: it.teammate.id })
  const { past, waiting } = await leadOf(it)
  expect(waiting).toBeNull()
  expect(past.map(({ state }) => state).sort()).toEqual(['assigned', 'withdrawn', 'withdrawn'])
  expect((await noticesOf(it, 'lead-changed')).map(({ participantId }) => participantId)).toContain(it.champion.id)
})
