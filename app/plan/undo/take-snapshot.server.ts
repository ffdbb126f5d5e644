import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type PlanSnapshot, rowSchemas } from './row-changes.ts'

type Where = { workspaceId: string; planId: string }

export type TakenSnapshot = { rows: PlanSnapshot; termsVersion: number; winVersion: number }

/** Every row of a plan that a change can be taken back in, in four queries. */
export async function takeSnapshot(trx: WorkspaceTransaction, { workspaceId, planId }: Where): Promise<TakenSnapshot> {
  const tasks = await trx
    .selectFrom('task')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  const links = await trx
    .selectFrom('taskLink')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  const milestones = await trx
    .selectFrom('milestone')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
  const plan = await trx
    .selectFrom('plan')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  const { termsVersion, winVersion } = plan
  const rows = {
    task: new Map(
      tasks.map((row) => [row.id, rowSchemas.task.parse({ ...row, createdAt: row.createdAt.toISOString() })]),
    ),
    link: new Map(links.map((row) => [`${row.taskId} ${row.dependsOnId}`, rowSchemas.link.parse(row)])),
    milestone: new Map(milestones.map((row) => [row.id, rowSchemas.milestone.parse(row)])),
    plan: new Map([[planId, rowSchemas.plan.parse(plan)]]),
  }
  return { rows, termsVersion, winVersion }
}
