import type { WorkspaceTransaction } from '#db/workspace.ts'

type OfPlan = { workspaceId: string; planId: string }

/** Keeps that a participant took their own name off the card. */
export async function keepCardLeaver(
  trx: WorkspaceTransaction,
  of: OfPlan,
  { participantId, leftAt }: { participantId: string; leftAt: Date },
): Promise<void> {
  await trx
    .insertInto('cardLeaver')
    .values({ ...of, participantId, leftAt })
    .onConflict((conflict) => conflict.columns(['workspaceId', 'planId', 'participantId']).doNothing())
    .execute()
}

/** The participant may be named again. @returns whether they had taken their name off */
export async function forgetCardLeaver(
  trx: WorkspaceTransaction,
  { workspaceId, planId }: OfPlan,
  participantId: string,
): Promise<boolean> {
  const gone = await trx
    .deleteFrom('cardLeaver')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .returning('participantId')
    .execute()
  return gone.length > 0
}
