import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Insertable } from 'kysely'
import type { ChampionProposal } from '#db/schema.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Who is proposed as the next champion, if anyone. */
export const findProposal = (trx: WorkspaceReading, workspaceId: string, planId: string) =>
  proposals(trx, { workspaceId, planId }).then(([found]) => found)

const proposals = keptQuery(
  (db, { workspaceId, planId }) =>
    db
      .selectFrom('championProposal')
      .innerJoin('planParticipant', (join) =>
        join
          .onRef('planParticipant.workspaceId', '=', 'championProposal.workspaceId')
          .onRef('planParticipant.planId', '=', 'championProposal.planId')
          .onRef('planParticipant.participantId', '=', 'championProposal.participantId'),
      )
      .innerJoin('member', (join) =>
        join
          .onRef('member.workspaceId', '=', 'championProposal.workspaceId')
          .onRef('member.id', '=', 'championProposal.proposedBy'),
      )
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'championProposal.workspaceId')
          .onRef('plan.id', '=', 'championProposal.planId'),
      )
      .select([
        'championProposal.participantId',
        'planParticipant.name',
        'member.name as by',
        'proposedAt',
        'earliestAt',
      ])
      .select('plan.timeZone')
      .where('championProposal.workspaceId', '=', workspaceId)
      .where('championProposal.planId', '=', planId),
  { workspaceId: 'a workspace', planId: 'a plan' },
)

/** Proposes a participant as the next champion, from `earliestAt` on. */
export async function insertProposal(trx: WorkspaceTransaction, proposal: Insertable<ChampionProposal>): Promise<void> {
  await trx.insertInto('championProposal').values(proposal).execute()
}

/** Ends what was proposed, where anything was. @param participantId only where it proposes this person */
export async function endProposal(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: { workspaceId: string; planId: string; participantId?: string },
): Promise<void> {
  let proposals = trx.deleteFrom('championProposal').where('workspaceId', '=', workspaceId).where('planId', '=', planId)
  if (participantId) proposals = proposals.where('participantId', '=', participantId)
  await proposals.execute()
}
