import { expect, test } from 'vitest'
import { inWorkspace } from '#db/workspace.ts'
import { testParts } from '#tests/factories/parts.ts'
import { makePlan } from '#tests/factories/workspace.ts'
import { testDatabase } from '#tests/harness/database.ts'

test('a plan is laid out with its milestones, tasks, links and team', async () => {
  const { db, appUrl } = await testDatabase()
  await testParts(db, appUrl)
  const { workspaceId, planId, taskIds, lead, teammate } = await makePlan(db)
  const found = await inWorkspace(db, workspaceId, async (trx) => ({
    plan: await trx.selectFrom('plan').selectAll().executeTakeFirstOrThrow(),
    tasks: await trx.selectFrom('task').select(['id', 'title']).execute(),
    links: await trx.selectFrom('taskLink').select(['taskId', 'dependsOnId']).execute(),
    team: await trx.selectFrom('planTeam').select('memberId').execute(),
  }))
  expect(found.plan).toMatchObject({ id: planId, state: 'rough', termsVersion: 1, criticalDate: '2026-09-15' })
  expect(found.tasks).toHaveLength(6)
  expect(found.links).toContainEqual({ taskId: taskIds['legal'], dependsOnId: taskIds['scope'] })
  expect(found.team.map(({ memberId }) => memberId).sort()).toEqual([lead.id, teammate.id].sort())
})
