import type { WorkspaceReading } from '#db/reading.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { contradictionRefusals } from './plan-refusal-words.ts'

/** How many working days a task takes at best and at worst, as its form says it; none until someone says so. */
export type StatedSpread = { atBest: number | null; atWorst: number | null }

type Moved = { before: number | null; after: number | null }
/** What changed of a spread, with the values before and after. */
export type SpreadChange = { atBest?: Moved | undefined; atWorst?: Moved | undefined }

const parts = ['atBest', 'atWorst'] as const

/** What differs between two spreads; null where nothing does. */
export function spreadChange(before: StatedSpread, after: StatedSpread): SpreadChange | null {
  const moved = parts.filter((part) => before[part] !== after[part])
  if (moved.length === 0) return null
  return Object.fromEntries(moved.map((part) => [part, { before: before[part], after: after[part] }]))
}

/** The spreads of many tasks, by their ids. */
export async function spreadsOf(
  trx: WorkspaceReading,
  workspaceId: string,
  taskIds: readonly string[],
): Promise<Map<string, StatedSpread>> {
  if (taskIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('task')
    .select(['id', 'optimisticDays', 'pessimisticDays'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', taskIds)
    .execute()
  return new Map(
    rows.map(({ id, optimisticDays, pessimisticDays }) => [id, { atBest: optimisticDays, atWorst: pessimisticDays }]),
  )
}

/**
 * The spread that is kept beside these working days. One that was typed must go around them; one that stood before, while only
 * the days were changed, is widened to them, so that a bar can be dragged.
 * @throws Refusal 422 beside the field
 */
export function spreadAround(durationDays: number, { atBest, atWorst }: StatedSpread, isTyped: boolean): StatedSpread {
  if (atBest === null && atWorst === null) return { atBest, atWorst }
  if (atBest === null) throw fieldRefusal('atBest', contradictionRefusals.bothOrNeither)
  if (atWorst === null) throw fieldRefusal('atWorst', contradictionRefusals.bothOrNeither)
  if (!isTyped) return { atBest: Math.min(atBest, durationDays), atWorst: Math.max(atWorst, durationDays) }
  if (atBest > durationDays) throw fieldRefusal('atBest', contradictionRefusals.abovePlanned(durationDays))
  if (atWorst < durationDays) throw fieldRefusal('atWorst', contradictionRefusals.belowPlanned(durationDays))
  return { atBest, atWorst }
}

/** The columns of a spread. */
export const spreadColumns = ({ atBest, atWorst }: StatedSpread) => ({
  optimisticDays: atBest,
  pessimisticDays: atWorst,
})
