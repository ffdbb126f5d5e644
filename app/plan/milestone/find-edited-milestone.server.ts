import type { CompareContext } from '#app/runner/command.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'

/**
 * The milestone that a form changes, as it is stored now.
 * @throws Refusal 409 where it was deleted and this person may know that, else 404
 */
export async function findEditedMilestone(context: CompareContext<{ milestoneId: string }, 'plan'>) {
  const { trx, workspaceId, row, input } = context
  const stored = await trx
    .selectFrom('milestone')
    .select(['id', 'title', 'stage', 'exitEvidence', 'gate', 'evidence', 'passedWithout'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', input.milestoneId)
    .executeTakeFirst()
  return stored ?? refuseMissing(context, [input.milestoneId])
}
