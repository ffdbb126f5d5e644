import type { WorkspaceReading } from '#db/reading.ts'
import type { StatedSpread } from '../core/spreads.server.ts'

/** What of a task nothing that is computed for the plan's page carries: its spread, and its description in Markdown. */
export type TaskDetails = StatedSpread & { description: string | null }

/** The details of a task; none of them where there is no such task. */
export async function taskDetailsOf(
  trx: WorkspaceReading,
  { workspaceId, taskId }: { workspaceId: string; taskId: string },
): Promise<TaskDetails> {
  const task = await trx
    .selectFrom('task')
    .select(['optimisticDays as atBest', 'pessimisticDays as atWorst', 'description'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', taskId)
    .executeTakeFirst()
  return task ?? { atBest: null, atWorst: null, description: null }
}
