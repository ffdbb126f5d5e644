import { expect, test } from 'vitest'
import type { Actor, Standing } from '#app/policy/policy.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { newId } from '#app/kit/ids.ts'
import { issueLink } from '#app/outbox/link-token.server.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { getTeamPage } from '#app/plan/team/team-queries.server.ts'
import { agreePlan } from '#app/plan/agreement/agree-plan.server.ts'
import { archivePlan } from '#app/plan/closing/archive-plan.server.ts'
import { closePlan } from '#app/plan/closing/close-plan.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { reopenPlan } from '#app/plan/closing/reopen-plan.server.ts'
import { restorePlan } from '#app/plan/closing/restore-plan.server.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import type { noInput } from '#app/kit/field-schemas.ts'
import { getPlanView } from '#tests/factories/get-plan-view.ts'
import { insertPlan } from '#app/plan/core/insert-plan.server.ts'
import type { PlainValue } from '#app/runner/command.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type Setting, eventsOf, planOf, refusalOf, setUp, statusOf } from '#tests/factories/plan-setting.ts'
import { type ParticipantActor, haldenPlan, makeMember } from '#tests/factories/workspace.ts'

const closing = { reason: 'postponed', note: 'Call again in March.' }
const close = (
  it: Setting,
  actor: Actor = it.lead,
  input: Record<string, unknown> = closing,
  idempotencyKey = newId(),
) => runCommand(it.parts, closePlan, { actor, scopeId: it.planId, input, idempotencyKey })
const simply = (
  it: Setting,
  command: typeof reopenPlan | typeof archivePlan | typeof restorePlan,
  actor: Actor = it.lead,
) => runCommand<'plan', typeof noInput, PlainValue>(it.parts, command, { actor, scopeId: it.planId, input: {} })

async function viewOf(it: Setting, actor: Setting['lead'] | ParticipantActor) {
  const standings: ReadonlySet<Standing> = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    standingsOnPlan(trx, actor, it.planId),
  )
  return getPlanView(it.parts, { actor, standings }, it.planId)
}

test('the lead or an admin closes a plan, with a reason; no one else does', async () => {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  for (const actor of [it.teammate, it.outsider, it.champion, it.viewer])
    expect(await statusOf(close(it, actor)), actor.name).toBe(403)
  expect((await refusalOf(close(it, it.lead, { reason: '' }))).faults).toMatchObject([{ field: 'reason' }])
  const key = newId()
  expect(await statusOf(close(it, admin, closing, key))).toBe(200)
  expect((await close(it, admin, closing, key)).repeated).toBe(true)
  expect(await statusOf(close(it, admin, { reason: 'other reason' }, key)), 'the key with other input').toBe(422)
  expect((await planOf(it)).state).toBe('lost')
  expect(await statusOf(close(it)), 'closed already').toBe(403)
  const tick = { actor: it.champion, scopeId: it.planId, input: { taskId: it.taskIds['scope'] } }
  expect(await statusOf(runCommand(it.parts, completeTask, tick))).toBe(403)
})

test('both sides read who closed it, when and why; the note stays with the vendor', async () => {
  const it = await setUp()
  await close(it)
  const [ours, theirs] = [await viewOf(it, it.lead), await viewOf(it, it.champion)]
  const said = { by: 'Sam Ortiz', on: '2026-06-17', reason: 'postponed' }
  expect(ours.ending).toEqual({ lost: { ...said, note: 'Call again in March.' }, archived: null })
  expect(theirs.ending).toEqual({ lost: { ...said, note: null }, archived: null })
  expect(Object.values(theirs.viewer.may)).not.toContain(true)
  expect(ours.viewer.may).toMatchObject({ edit: false, invite: false, agree: false, putAway: true })
  const reader = { actor: it.champion, standings: new Set<Standing>(['champion']) }
  expect(JSON.stringify(await getActivity(it.parts, reader, it.planId))).not.toContain('March')
})

test('a plan that is reopened is a draft, and both sides are asked again whether they agree', async () => {
  const it = await setUp()
  for (const actor of [it.lead, it.champion])
    await runCommand(it.parts, agreePlan, { actor, scopeId: it.planId, input: { termsVersion: 1 } })
  await close(it)
  expect(await statusOf(simply(it, reopenPlan, it.champion))).toBe(403)
  await simply(it, reopenPlan)
  expect(await planOf(it)).toMatchObject({ state: 'rough', termsVersion: 2 })
  const view = await viewOf(it, it.champion)
  expect(view).toMatchObject({ ending: null, viewer: { may: { edit: true, agree: true } } })
  const events = (await eventsOf(it)).length
  await simply(it, reopenPlan)
  expect(await eventsOf(it)).toHaveLength(events)
  await close(it, it.lead, { reason: 'other reason' })
  expect((await viewOf(it, it.lead)).ending?.lost, 'nothing of the first closing').toMatchObject({
    reason: 'other reason',
    note: null,
  })
})

test('a plan that was under way when it was closed is so again', async () => {
  const it = await setUp()
  for (const key of ['scope', 'legal', 'sign'])
    await runCommand(it.parts, completeTask, {
      actor: it.lead,
      scopeId: it.planId,
      input: { taskId: it.taskIds[key] },
    })
  await close(it)
  await simply(it, reopenPlan)
  expect((await planOf(it)).state).toBe('under way')
})

test('a won plan is archived, and not closed', async () => {
  const it = await setUp()
  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set({ state: 'won', wonOn: '2026-06-16' }).execute(),
  )
  expect(await statusOf(close(it))).toBe(403)
  expect(await statusOf(simply(it, archivePlan))).toBe(200)
})

test('archiving ends sessions and links at once, and coming back takes new ones', async () => {
  const it = await setUp()
  const { parts, workspaceId, planId } = it
  const sessionOf = (person: { memberId: string } | { participantId: string }) =>
    inWorkspace(parts.db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, person, null))
  const viewerOf = (cookie: string) =>
    findViewer(parts, new Request('http://localhost:3000/', { headers: { cookie: cookie.split(';')[0] ?? '' } }))
  // The contributor takes part in another plan too.
  const other = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const plan = haldenPlan({ workspaceId, accountId: it.accountId, leadId: it.lead.id, project: 'Second' })
    const inserted = await insertPlan(trx, plan, parts.clock.now())
    const seat = {
      workspaceId,
      planId: inserted.planId,
      participantId: it.contributor.id,
      name: 'Jonas Berg',
      role: 'viewer',
    }
    await trx
      .insertInto('planParticipant')
      .values({ ...seat, invitedAt: parts.clock.now() })
      .execute()
    return inserted.planId
  })
  const champion = await sessionOf({ participantId: it.champion.id })
  const contributor = await sessionOf({ participantId: it.contributor.id })
  const lead = await sessionOf({ memberId: it.lead.id })
  const links = await inWorkspace(parts.db, workspaceId, async (trx) => {
    const issue = (participantId: string, of: string | null) =>
      issueLink(parts.environment, trx, workspaceId, { kind: 'return', participantId, planId: of }, parts.clock.now())
    return [
      await issue(it.champion.id, planId),
      await issue(it.contributor.id, planId),
      await issue(it.contributor.id, other),
    ]
  })

  expect(await statusOf(simply(it, archivePlan, it.teammate))).toBe(403)
  expect(await statusOf(simply(it, archivePlan))).toBe(200)
  expect(await viewerOf(champion)).toBeNull()
  expect(await viewerOf(contributor)).not.toBeNull()
  expect(await viewerOf(lead)).not.toBeNull()
  const revoked = await inWorkspace(parts.db, workspaceId, (trx) =>
    trx.selectFrom('linkToken').select('id').where('revokedAt', 'is not', null).execute(),
  )
  expect(revoked.map(({ id }) => id).sort()).toEqual(links.slice(0, 2).sort())
  expect(await statusOf(close(it, it.contributor)), 'not even known of').toBe(404)
  expect((await viewOf(it, it.lead)).ending).toEqual({ lost: null, archived: { by: 'Sam Ortiz', on: '2026-06-17' } })
  expect(await statusOf(close(it)), 'nothing on it changes').toBe(403)

  await simply(it, restorePlan)
  expect(await viewerOf(champion), 'the old session stays ended').toBeNull()
  expect(await viewerOf(await sessionOf({ participantId: it.champion.id }))).not.toBeNull()
  expect((await viewOf(it, it.champion)).viewer.may.edit).toBe(true)
  expect((await eventsOf(it)).map(({ event }) => event)).toEqual(['plan archived', 'plan restored'])
})

test('a plan that is lost and archived comes back before it is opened again', async () => {
  const it = await setUp()
  await close(it)
  await simply(it, archivePlan)
  expect(await statusOf(simply(it, reopenPlan))).toBe(403)
  await simply(it, restorePlan)
  expect((await planOf(it)).state).toBe('lost')
  expect(await statusOf(simply(it, reopenPlan))).toBe(200)
})

test('the lead says who works on the plan; two at once get a conflict', async () => {
  const it = await setUp()
  const set = (memberIds: string[] | string, seen?: string[] | string, actor: Actor = it.lead) =>
    runCommand(it.parts, setTeam, {
      actor,
      scopeId: it.planId,
      input: { memberIds },
      ...(seen ? { seen: { memberIds: seen } } : {}),
    })
  const team = async () =>
    (
      await inWorkspace(it.parts.db, it.workspaceId, (trx) => trx.selectFrom('planTeam').select('memberId').execute())
    ).map(({ memberId }) => memberId)
  expect(await statusOf(set([], undefined, it.teammate))).toBe(403)
  expect((await refusalOf(set([newId()]))).faults).toMatchObject([{ field: 'memberIds' }])
  await set([it.outsider.id], [it.teammate.id])
  expect((await team()).sort()).toEqual([it.lead.id, it.outsider.id].sort())
  const late = await refusalOf(set([it.teammate.id], []))
  expect(late).toMatchObject({ status: 409, conflicts: [{ field: 'memberIds' }] })
  // What the page offers to choose from is posted back as it was shown.
  await set(late.conflicts[0]?.theirs ?? '', late.conflicts[0]?.theirs ?? '')
  expect((await team()).sort()).toEqual([it.lead.id, it.outsider.id].sort())
  const events = await eventsOf(it)
  expect(events).toMatchObject([
    {
      event: 'team set',
      changes: { team: { before: ['Noor Haddad', 'Sam Ortiz'], after: ['Max Lind', 'Sam Ortiz'] } },
    },
  ])
})

test('a rep stays on the team until the win, and may leave it then', async () => {
  const it = await setUp()
  const ana = await makeMember(it.parts.db, it.workspaceId, { name: 'Ana Lind', roles: ['rep', 'services'] })
  const set = (memberIds: string[]) =>
    runCommand(it.parts, setTeam, { actor: it.lead, scopeId: it.planId, input: { memberIds } })
  await set([ana.id, it.teammate.id])
  const refused = await refusalOf(set([it.teammate.id]))
  expect(refused).toMatchObject({ status: 422, faults: [{ field: 'memberIds' }] })
  expect(refused.faults[0]?.message).toBe('Ana Lind is a rep of this plan and stays on it until the first win.')
  await set([ana.id])
  const team = (await getTeamPage(it.parts, { actor: it.lead, standings: new Set() }, it.planId)).members
  expect(team.filter(({ inTeam }) => inTeam)).toMatchObject([
    { name: 'Ana Lind', stays: true },
    { name: 'Sam Ortiz', isLead: true },
  ])

  await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.updateTable('plan').set({ state: 'won', wonOn: '2026-10-01' }).where('id', '=', it.planId).execute(),
  )
  await set([])
  expect((await eventsOf(it)).filter(({ event }) => event === 'team set')).toHaveLength(3)
})
