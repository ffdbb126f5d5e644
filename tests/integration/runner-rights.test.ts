import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import { setTeam } from '#app/plan/team/set-team.server.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addMember } from '#app/workspace/members/add-member.server.ts'
import { testNow } from '#tests/factories/now.ts'
import { type Setting, eventsOf, setUp, statusOf, taskOf } from '#tests/factories/plan-setting.ts'
import { makeMember } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

/** Starts a command while another transaction locks its row, runs `meanwhile` in that one, and releases the lock. @returns the status */
async function overtaken(
  { parts, workspaceId, planId }: Setting,
  row: 'plan' | 'workspace',
  command: () => Promise<unknown>,
  meanwhile: (trx: WorkspaceTransaction) => Promise<unknown>,
): Promise<number> {
  const { ownerDb } = await testDatabase()
  const waiting = () =>
    sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
      .execute(ownerDb)
      .then(({ rows }) => rows[0]?.count)
  const status = await inWorkspace(parts.db, workspaceId, async (trx) => {
    await (
      row === 'plan'
        ? sql`select from plan where workspace_id = ${workspaceId} and id = ${planId} for no key update`
        : sql`select from workspace where workspace_id = ${workspaceId} for no key update`
    ).execute(trx)
    const answer = statusOf(command())
    await expect.poll(waiting).toBe(1)
    await meanwhile(trx)
    // In an object, since a returned promise would be awaited within the transaction.
    return { answer }
  })
  return status.answer
}

const removeMember = (id: string) => (trx: WorkspaceTransaction) =>
  trx
    .updateTable('member')
    .set({ removedAt: new Date(testNow) })
    .where('id', '=', id)
    .execute()
const demote = (id: string) => (trx: WorkspaceTransaction) =>
  trx
    .updateTable('member')
    .set({ roles: ['rep'] })
    .where('id', '=', id)
    .execute()

async function begin() {
  const it = await setUp()
  const admin = await makeMember(it.parts.db, it.workspaceId, { name: 'Henrike Aalto', roles: ['admin'] })
  const scope = it.taskIds['scope']
  const complete = (actor: typeof it.lead | typeof it.champion) => () =>
    runCommand(it.parts, completeTask, { actor, scopeId: it.planId, input: { taskId: scope } })
  const untouched = async () => {
    expect((await taskOf(it, scope))?.doneOn).toBeNull()
    expect(await eventsOf(it)).toEqual([])
  }
  return { it, admin, complete, untouched }
}

test('a participant who is removed while the command waits for the row changes nothing', async () => {
  const { it, complete, untouched } = await begin()
  const remove = (trx: WorkspaceTransaction) =>
    trx
      .updateTable('planParticipant')
      .set({ removedAt: new Date(testNow) })
      .where('participantId', '=', it.contributor.id)
      .execute()
  expect(await overtaken(it, 'plan', complete(it.contributor), remove)).toBe(404)
  await untouched()
})

test('nor does someone who is taken off the team or out of the workspace', async () => {
  const { it, complete, untouched } = await begin()
  const leaveTeam = (trx: WorkspaceTransaction) =>
    trx.deleteFrom('planTeam').where('memberId', '=', it.teammate.id).execute()
  expect(await overtaken(it, 'plan', complete(it.teammate), leaveTeam)).toBe(403)
  expect(await overtaken(it, 'plan', complete(it.lead), removeMember(it.lead.id))).toBe(404)
  await untouched()
})

test('an admin who is demoted meanwhile changes neither a plan nor the workspace', async () => {
  const { it, admin, untouched } = await begin()
  const input = { memberIds: [it.outsider.id] }
  const team = () => runCommand(it.parts, setTeam, { actor: admin, scopeId: it.planId, input })
  expect(await overtaken(it, 'plan', team, demote(admin.id))).toBe(403)

  const other = await makeMember(it.parts.db, it.workspaceId, { name: 'Olga Brandt', roles: ['admin'] })
  const add = () =>
    runCommand(it.parts, addMember, {
      actor: other,
      scopeId: it.workspaceId,
      input: { name: 'Ida Novak', email: 'ida.novak@brightline.example', roles: ['rep'] },
    })
  expect(await overtaken(it, 'workspace', add, demote(other.id))).toBe(403)
  await untouched()
})

test('who is what they were goes on once the row is free', async () => {
  const { it, complete } = await begin()
  expect(await overtaken(it, 'plan', complete(it.lead), async () => undefined)).toBe(200)
  expect(await eventsOf(it)).toHaveLength(1)
})
