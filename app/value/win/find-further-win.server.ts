import type { WorkspaceReading } from '#db/reading.ts'
import { notFound } from '#app/runner/refusal.ts'

type Which = { workspaceId: string; planId: string; winId: string }

/** A further win of a plan. @throws Refusal 404 for one that is not on it */
export async function findFurtherWin(trx: WorkspaceReading, { workspaceId, planId, winId }: Which) {
  const found = await trx
    .selectFrom('furtherWin')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('id', '=', winId)
    .executeTakeFirst()
  if (!found) throw notFound()
  return {
    ...found,
    /** What was said at the confirmation; before it, what was defined. */
    said: found.confirmedStatement ?? found.statement,
    baseline: Number(found.baseline),
    target: Number(found.target),
    measured: found.measured === null ? null : Number(found.measured),
  }
}
