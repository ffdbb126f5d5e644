import type { WorkspaceReading } from '#db/reading.ts'
import type { StatedSpread } from '../core/spreads.server.ts'

/** What only a task's own page and forms show, so that the rows of the plan leave it out: its spread, and its description in Markdown. */
export type TaskPageFields = StatedSpread & { description: string | null }

/** These fields of a task; all empty where there is no such task. */
export async function taskPageFieldsOf(
  trx: WorkspaceReading,
  { workspaceId, taskId }: { workspaceId: string; taskId: string },
): Promise<TaskPageFields> {
  const task = await trx
    .selectFrom('task')
    .select(['optimisticDays as atBest', 'pessimisticDays as atWorst', 'description'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', taskId)
    .executeTakeFirst()
  return task ?? { atBest: null, atWorst: null, description: null }
}
