import type { WorkspaceTransaction } from '#db/workspace.ts'
import { fault } from '#app/runner/refusal.ts'
import { count } from '#app/ui/words.ts'

/** How many working days a step takes at best and at worst, as its form says it; none until somebody says so. */
export type StatedSpread = { atBest: number | null; atWorst: number | null }

/** The spread of a step; nothing that is computed for the page carries it. */
export async function spreadOf(
  trx: WorkspaceTransaction,
  { workspaceId, taskId }: { workspaceId: string; taskId: string },
): Promise<StatedSpread> {
  const row = await trx
    .selectFrom('task')
    .select(['optimisticDays', 'pessimisticDays'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', taskId)
    .executeTakeFirst()
  return { atBest: row?.optimisticDays ?? null, atWorst: row?.pessimisticDays ?? null }
}

/**
 * The spread that is kept beside these working days. One that was typed must go around them; one that stood before, while only
 * the days were changed, is widened to them, so that a bar can be dragged.
 * @throws Refusal 422 beside the field
 */
export function spreadAround(durationDays: number, { atBest, atWorst }: StatedSpread, isTyped: boolean): StatedSpread {
  if (atBest === null && atWorst === null) return { atBest, atWorst }
  if (atBest === null) throw fault('atBest', 'Please say both, at best and at worst, or neither.')
  if (atWorst === null) throw fault('atWorst', 'Please say both, at best and at worst, or neither.')
  if (!isTyped) return { atBest: Math.min(atBest, durationDays), atWorst: Math.max(atWorst, durationDays) }
  const given = count(durationDays, 'working day')
  if (atBest > durationDays) throw fault('atBest', `This is more than the ${given} that it takes.`)
  if (atWorst < durationDays) throw fault('atWorst', `This is less than the ${given} that it takes.`)
  return { atBest, atWorst }
}

/** The columns of a spread. */
export const spreadColumns = ({ atBest, atWorst }: StatedSpread) => ({
  optimisticDays: atBest,
  pessimisticDays: atWorst,
})
