import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { collectDaily } from '#app/notices/collect-daily.server.ts'
import { inWorkspace } from '#db/workspace.ts'
import { setUp } from '#tests/factories/plan-setting.ts'
import { makeParticipant } from '#tests/factories/workspace.ts'

test('the hour’s look asks no more however many people have nothing new', async () => {
  const plan = await setUp()
  const { parts, workspaceId } = plan
  const { db } = parts
  const steps = Object.values(plan.taskIds)
  await inWorkspace(db, workspaceId, async (trx) => {
    await trx
      .updateTable('task')
      .set({ doneOn: '2026-06-16' })
      .where('id', 'in', [plan.taskIds['scope'] ?? '', plan.taskIds['build'] ?? ''])
      .execute()
    // Steps that wait for nothing, so that each waits for somebody now.
    await trx.deleteFrom('taskLink').where('taskId', 'in', steps).execute()
  })
  const looks = async (day: string) => {
    parts.clock.set(`${day}T05:05:00Z`)
    const spied = vi.spyOn(pg.Client.prototype, 'query')
    await collectDaily(parts, workspaceId)
    const count = spied.mock.calls.length
    spied.mockRestore()
    return count
  }
  const told = () =>
    inWorkspace(db, workspaceId, (trx) =>
      trx.selectFrom('notice').select('participantId').where('kind', '=', 'daily').execute(),
    )
  await looks('2026-06-17')
  const quiet = await looks('2026-06-18')
  const before = (await told()).length

  const open = ['legal', 'sign', 'train'].map((key) => plan.taskIds[key] ?? '')
  const people: string[] = []
  for (const [index, taskId] of open.entries()) {
    const seat = { planId: plan.planId, role: 'contributor' } as const
    const { id } = await makeParticipant(db, workspaceId, plan.accountId, { name: `Person ${index}`, seat })
    people.push(id)
    await inWorkspace(db, workspaceId, (trx) =>
      trx
        .updateTable('task')
        .set({ ownerPlaceholder: null, ownerParticipantId: id })
        .where('id', '=', taskId)
        .execute(),
    )
  }
  await looks('2026-06-19')
  const dailies = (await told()).slice(before).map(({ participantId }) => participantId)
  expect(dailies.sort()).toEqual(people.sort())
  expect(await looks('2026-06-19'), 'served today').toBe(quiet)
  expect(await looks('2026-06-22'), 'told before').toBe(quiet)
})
