import { expect, test } from 'vitest'
import { endMemberSessions } from '#app/access/devices/end-member-sessions.server.ts'
import { listDevicesOf } from '#app/access/devices/devices.server.ts'
import type { Actor } from '#app/policy/policy.ts'
import type { MemberRole } from '#app/policy/roles.ts'
import { beginSession } from '#app/access/core/session.server.ts'
import { findViewer } from '#app/access/core/find-viewer.server.ts'
import { findApiKey, issueApiKey } from '#app/api/keys/api-key.server.ts'
import { newId } from '#app/kit/ids.ts'
import { addTask } from '#app/plan/task/add-task.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { removeMember } from '#app/workspace/members/remove-member.server.ts'
import { setJobTitle } from '#app/workspace/profile/set-job-title.server.ts'
import { setRoles } from '#app/workspace/members/set-roles.server.ts'
import * as workspacePage from '#app/workspace/workspace.page.tsx'
import { getMemberPage } from '#app/workspace/workspace-queries.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { loadContext } from '#tests/factories/load-context.ts'
import { eventsOf, planOf, refusalOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'
import { type MemberActor, makeMember } from '#tests/factories/workspace.ts'

async function begin() {
  const it = await setUp()
  const member = (name: string, roles: MemberRole[]) => makeMember(it.parts.db, it.workspaceId, { name, roles })
  const [henrike, olga] = [await member('Henrike Aalto', ['admin']), await member('Olga Brandt', ['admin', 'rep'])]
  const order = (actor: Actor, input: Record<string, unknown>, more: object = {}) => ({
    actor,
    scopeId: it.workspaceId,
    input,
    ...more,
  })
  const demote = (actor: Actor, of: MemberActor, roles: MemberRole[] = ['rep'], more: object = {}) =>
    runCommand(it.parts, setRoles, order(actor, { memberId: of.id, roles }, more))
  const remove = (actor: Actor, who: MemberActor, successorId?: string, idempotencyKey = newId()) =>
    runCommand(it.parts, removeMember, order(actor, { memberId: who.id, successorId }, { idempotencyKey }))
  const stored = (id: string) =>
    inWorkspace(it.parts.db, it.workspaceId, (trx) =>
      trx.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    )
  const admins = async () =>
    (
      await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
        trx.selectFrom('member').selectAll().where('removedAt', 'is', null).execute(),
      )
    ).filter(({ roles }) => roles.includes('admin'))
  return { it, henrike, olga, order, demote, remove, stored, admins }
}

test('an admin changes roles; who saw others is told, and no one else may', async () => {
  const { it, henrike, olga, demote, stored } = await begin()
  for (const actor of [it.lead, it.outsider]) expect(await statusOf(demote(actor, it.teammate))).toBe(403)
  expect(await statusOf(demote(it.champion, it.teammate)), 'not even known of').toBe(404)
  await demote(henrike, it.teammate, ['support', 'services'], { seen: { roles: ['services'] } })
  expect((await stored(it.teammate.id)).roles).toEqual(['services', 'support'])
  const late = await refusalOf(demote(olga, it.teammate, ['rep'], { seen: { roles: ['services'] } }))
  expect(late).toMatchObject({ status: 409, conflicts: [{ field: 'roles', by: 'Henrike Aalto' }] })
  expect((await refusalOf(demote(henrike, it.teammate, []))).faults).toMatchObject([{ field: 'roles' }])
  expect(await statusOf(demote(henrike, { ...it.teammate, id: newId() }))).toBe(404)
  expect((await eventsOf(it)).at(-1)).toMatchObject({ event: 'roles changed', subject: 'Noor Haddad' })
})

test('no one becomes a member whose address is a customer’s, however it is written', async () => {
  const { it, henrike, order } = await begin()
  const add = (email: string) =>
    statusOf(runCommand(it.parts, addMember, order(henrike, { name: 'Priya Raman', email, roles: ['rep'] })))
  for (const email of ['priya.raman@halden.example', 'priya.raman+2@halden.example', 'PRIYA.RAMAN+x@Halden.example'])
    expect(await add(email), email).toBe(422)
  expect(await add('priya.rama@halden.example')).toBe(200)
})

test('the last admin is neither demoted nor removed', async () => {
  const { it, henrike, olga, demote, remove, admins } = await begin()
  await demote(henrike, olga)
  expect((await refusalOf(demote(henrike, henrike))).faults).toMatchObject([{ field: 'roles' }])
  expect((await refusalOf(remove(henrike, henrike))).faults).toMatchObject([{ field: 'memberId' }])
  expect(await admins()).toMatchObject([{ name: 'Henrike Aalto' }])
  // Someone who was just an admin, with a session that still says so.
  expect(await statusOf(demote(olga, it.teammate))).toBe(403)
  expect(await statusOf(remove(olga, it.outsider))).toBe(403)
})

test('of two admins who demote or remove each other at once, exactly one succeeds', async () => {
  // A removed member must not even learn that the workspace exists.
  for (const [way, late] of [
    ['demote', 403],
    ['remove', 404],
  ] as const) {
    for (let round = 0; round < 5; round++) {
      const { henrike, olga, admins, ...does } = await begin()
      const answers = await Promise.all([statusOf(does[way](henrike, olga)), statusOf(does[way](olga, henrike))])
      expect(answers.sort(), way).toEqual([200, late])
      expect(await admins()).toHaveLength(1)
    }
  }
})

test('who leads plans is removed only with someone who takes over', async () => {
  const { it, henrike, remove, stored } = await begin()
  const refused = await refusalOf(remove(henrike, it.lead))
  expect(refused).toMatchObject({ status: 422, faults: [{ field: 'successorId' }] })
  expect(refused.faults[0]?.message).toContain('Sam Ortiz leads 1 plan')
  for (const successor of [newId(), it.lead.id]) expect(await statusOf(remove(henrike, it.lead, successor))).toBe(422)
  expect(await getMemberPage(it.parts, it.workspaceId, it.lead.id)).toMatchObject({
    led: [{ id: it.planId, account: 'Halden Foods', project: 'Faster month-end close' }],
  })
  expect((await stored(it.lead.id)).removedAt).toBeNull()

  const key = newId()
  await remove(henrike, it.lead, it.teammate.id, key)
  expect((await remove(henrike, it.lead, it.teammate.id, key)).repeated).toBe(true)
  expect((await planOf(it)).leadId).toBe(it.teammate.id)
  const team = await inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx.selectFrom('planTeam').select('memberId').execute(),
  )
  expect(team).toEqual([{ memberId: it.teammate.id }])
  expect(await statusOf(remove(henrike, it.lead)), 'gone already').toBe(200)
})

test('each plan tells that someone left its team', async () => {
  const { it, henrike, remove } = await begin()
  await remove(henrike, it.teammate)
  await remove(henrike, it.outsider)
  expect((await eventsOf(it)).filter(({ scope }) => scope === 'plan')).toMatchObject([
    {
      event: 'team set',
      scopeId: it.planId,
      actorName: 'Henrike Aalto',
      changes: { team: { before: ['Noor Haddad', 'Sam Ortiz'], after: ['Sam Ortiz'] } },
    },
  ])
})

test('open tasks go to the plan’s lead, what is done keeps its name, and a private one is told to its side alone', async () => {
  const { it, henrike, remove } = await begin()
  const scope = { scopeId: it.planId, actor: it.lead }
  await runCommand(it.parts, completeTask, { ...scope, input: { taskId: it.taskIds['scope'] } })
  await runCommand(it.parts, addTask, {
    ...scope,
    input: {
      milestoneId: it.milestoneIds[3],
      title: 'Calculate our margin',
      owner: `member:${it.lead.id}`,
      side: 'vendor',
      durationDays: 1,
      private: 'yes',
    },
  })
  await remove(henrike, it.lead, it.teammate.id)
  expect((await taskOf(it, it.taskIds['build']))?.ownerMemberId).toBe(it.teammate.id)
  expect((await taskOf(it, it.taskIds['scope']))?.ownerMemberId).toBe(it.lead.id)
  const events = (await eventsOf(it)).filter(({ event }) => event === 'tasks taken over')
  expect(events.map(({ visibleTo, scopeId }) => ({ visibleTo, scopeId }))).toEqual([
    { visibleTo: null, scopeId: it.planId },
    { visibleTo: 'vendor', scopeId: it.planId },
  ])
  expect(JSON.stringify(events[0])).not.toContain('margin')
  const rows = await inWorkspace(it.parts.db, it.workspaceId, (trx) => loadPlan(trx, it.workspaceId, it.planId))
  expect(rows?.plan.leadName).toBe('Noor Haddad')
})

test('who is removed is out at once: sessions, links and keys', async () => {
  const { it, henrike, remove } = await begin()
  const { parts, workspaceId } = it
  const [cookie, key] = await inWorkspace(parts.db, workspaceId, async (trx) => [
    await beginSession(parts, trx, workspaceId, { memberId: it.outsider.id }, null),
    await issueApiKey(trx, { workspaceId, name: 'Board', memberId: it.outsider.id }, parts.clock.now()),
  ])
  const request = (headers: Record<string, string>) => new Request('http://localhost:3000/', { headers })
  const viewer = () => findViewer(parts, request({ cookie: cookie.split(';')[0] ?? '' }))
  const bearer = () => findApiKey(parts, request({ authorization: `Bearer ${key}` }))
  expect([await viewer(), await bearer()]).not.toContain(null)
  await remove(henrike, it.outsider)
  expect([await viewer(), await bearer()]).toEqual([null, null])

  // The same address comes back as the same person; ended sessions and keys stay ended.
  const { result } = await runCommand(parts, addMember, {
    actor: henrike,
    scopeId: workspaceId,
    input: { name: 'Max Lind', email: 'max.lind@brightline.example', roles: ['rep'] },
  })
  expect(result).toEqual({ memberId: it.outsider.id })
  expect([await viewer(), await bearer()]).toEqual([null, null])
})

test('an admin ends one session of a member or all of them; the member is told, the devices are new again', async () => {
  const { it, henrike, olga, order } = await begin()
  const { parts, workspaceId } = it
  const sessionOf = (memberId: string) =>
    inWorkspace(parts.db, workspaceId, (trx) => beginSession(parts, trx, workspaceId, { memberId }, null))
  const idOf = (cookie: string) => cookie.split('.')[1] ?? ''
  const isIn = async (cookie: string) =>
    (await findViewer(
      parts,
      new Request('http://localhost:3000/', { headers: { cookie: cookie.split(';')[0] ?? '' } }),
    )) !== null
  const [lost, kept, own] = [await sessionOf(olga.id), await sessionOf(olga.id), await sessionOf(henrike.id)]
  const end = (actor: Actor, memberId: string, sessionId?: string) =>
    runCommand(parts, endMemberSessions, order(actor, { memberId, sessionId }, { idempotencyKey: newId() }))

  expect(await statusOf(end(it.lead, olga.id, idOf(lost)))).toBe(403)
  expect(await statusOf(end(henrike, olga.id, idOf(own))), 'of somebody else').toBe(404)
  await end(henrike, olga.id, idOf(lost))
  expect([await isIn(lost), await isIn(kept)]).toEqual([false, true])
  await end(henrike, olga.id)
  expect([await isIn(kept), await isIn(own)]).toEqual([false, true])

  const [events, notices] = await inWorkspace(parts.db, workspaceId, async (trx) => [
    await trx
      .selectFrom('securityEvent')
      .select(['kind', 'personName', 'detail'])
      .where('kind', '=', 'sessions ended')
      .execute(),
    await trx.selectFrom('notice').select(['kind', 'memberId']).where('kind', '=', 'security-notice').execute(),
  ])
  expect(events).toHaveLength(2)
  expect(events[0]).toMatchObject({ personName: 'Olga Brandt', detail: { by: 'Henrike Aalto' } })
  expect(notices.map(({ memberId }) => memberId)).toEqual([olga.id, olga.id])
  expect(await listDevicesOf(parts, workspaceId, { memberId: olga.id })).toEqual([])
})

test('a member gives their own job title, and takes it away', async () => {
  const { it, order, stored } = await begin()
  const title = (actor: Actor, jobTitle: string) => runCommand(it.parts, setJobTitle, order(actor, { jobTitle }))
  await title(it.lead, ' Account  executive ')
  expect(await stored(it.lead.id)).toMatchObject({ jobTitle: 'Account executive' })
  expect(await refusalOf(title(it.lead, 'See www.evil.example'))).toMatchObject({ faults: [{ field: 'jobTitle' }] })
  await title(it.lead, '\u200b')
  expect(await stored(it.lead.id)).toMatchObject({ jobTitle: null })
  expect(await statusOf(title(it.champion, 'CFO')), 'the customer has no profile here').toBe(404)
})

test('a member whose emails come back is shown to admins alone, and is tried again when added again', async () => {
  const { it, henrike, order, remove, stored } = await begin()
  const { parts, workspaceId } = it
  const rep = await makeMember(parts.db, workspaceId, { name: 'Rolf Berg', roles: ['rep'] })
  const { email } = await stored(rep.id)
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .insertInto('blockedAddress')
      .values({ workspaceId, address: email, reason: 'bounced', since: new Date('2026-06-12T10:00:00Z') })
      .execute(),
  )
  const seenBy = async ({ id }: MemberActor) => {
    const cookie = await inWorkspace(parts.db, workspaceId, (trx) =>
      beginSession(parts, trx, workspaceId, { memberId: id }, null),
    )
    const request = new Request('http://localhost:3000/workspace', { headers: { cookie: cookie.split(';')[0] ?? '' } })
    const { members } = await workspacePage.loader({ request, params: {}, context: loadContext(parts) })
    return members.filter(({ bouncedOn }) => bouncedOn !== null).map(({ name, bouncedOn }) => [name, bouncedOn])
  }
  expect(await seenBy(henrike)).toEqual([['Rolf Berg', '2026-06-12']])
  expect(await seenBy(rep)).toEqual([])
  expect((await getMemberPage(parts, workspaceId, rep.id)).member).toMatchObject({ bouncedOn: '2026-06-12' })
  await remove(henrike, rep)
  await runCommand(parts, addMember, order(henrike, { name: 'Rolf Berg', email, roles: ['rep'] }))
  expect(await seenBy(henrike)).toEqual([])
})
