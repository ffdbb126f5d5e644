import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'

type Place = { workspaceId: string; planId: string }

/** Why a champion can no longer be reached. */
export type GoneReason = 'bounced' | 'silent'

/** The champion who can no longer be reached, with who was named as the next one. */
export const findChampionGone = (trx: WorkspaceReading, { workspaceId, planId }: Place) =>
  trx
    .selectFrom('championGone')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'championGone.workspaceId')
        .onRef('planParticipant.planId', '=', 'championGone.planId')
        .onRef('planParticipant.participantId', '=', 'championGone.participantId'),
    )
    .select(['championGone.participantId', 'planParticipant.name', 'why', 'namedId', 'namedBy'])
    .where('championGone.workspaceId', '=', workspaceId)
    .where('championGone.planId', '=', planId)
    .$narrowType<{ why: GoneReason }>()
    .executeTakeFirst()

/** Notes that a champion can no longer be reached. @returns whether that was not known */
export async function noteChampionGone(
  trx: WorkspaceTransaction,
  gone: Place & { participantId: string; why: GoneReason; raisedAt: Date },
): Promise<boolean> {
  const noted = await trx
    .insertInto('championGone')
    .values(gone)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return noted.numInsertedOrUpdatedRows === 1n
}

/** Names the next champion, in place of the one named before. */
export async function noteNextChampion(
  trx: WorkspaceTransaction,
  { workspaceId, planId, ...named }: Place & { namedId: string; namedBy: string },
): Promise<void> {
  await trx
    .updateTable('championGone')
    .set(named)
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .execute()
}

/** The question who leads is answered, or no longer asked. */
export async function endChampionGone(trx: WorkspaceTransaction, { workspaceId, planId }: Place): Promise<void> {
  await trx.deleteFrom('championGone').where('workspaceId', '=', workspaceId).where('planId', '=', planId).execute()
}

/** Someone who leaves a plan is neither its lost champion nor named as the next one. */
export async function forgetInChampionGone(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: Place & { participantId: string },
): Promise<void> {
  await trx
    .deleteFrom('championGone')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .execute()
  await trx
    .updateTable('championGone')
    .set({ namedId: null, namedBy: null })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('namedId', '=', participantId)
    .execute()
}
