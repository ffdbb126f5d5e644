import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { SituationState } from '../model.ts'

/** The situations of a participant on every plan, the one that was confirmed last first. */
export async function listOtherSituations(
  trx: WorkspaceTransaction,
  { workspaceId, participantId }: { workspaceId: string; participantId: string },
) {
  const found = await trx
    .selectFrom('situation')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'situation.workspaceId').onRef('plan.id', '=', 'situation.planId'),
    )
    .select(['situation.planId', 'plan.accountId', 'situation.state', 'situation.jobTitle'])
    .where('situation.workspaceId', '=', workspaceId)
    .where('situation.participantId', '=', participantId)
    .orderBy('situation.confirmedAt', (order) => order.desc().nullsLast())
    .execute()
  return found.map(({ state, ...row }) => ({ ...row, state: state as SituationState }))
}
