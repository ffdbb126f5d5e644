import type { WorkspaceReading } from '#db/reading.ts'
import { namedPeople } from '#app/value/announce/build-card.ts'
import { findCardMaterial } from '#app/value/announce/find-card-material.server.ts'

export type NamingCard = { planId: string; isShared: boolean; hasLeft: boolean }

/**
 * The victory cards that name a person, chosen or because no one has chosen, or that they took their own name off; and whether strangers can
 * read them by a link.
 */
export async function listVictoryCards(
  trx: WorkspaceReading,
  workspaceId: string,
  personId: string,
): Promise<NamingCard[]> {
  const cards = await listCardsNear(trx, workspaceId, personId)
  const shown = await Promise.all(
    cards.map(async ({ planId, isShared, hasLeft }) => {
      const material = await findCardMaterial(trx, { workspaceId, planId })
      const isNamed = material !== undefined && namedPeople(material).some(({ id }) => id === personId)
      return { planId, isShared: Boolean(isShared), hasLeft: Boolean(hasLeft), isNamed }
    }),
  )
  return shown.flatMap(({ isNamed, ...card }) => (isNamed || card.hasLeft ? [card] : []))
}

/** The cards of the plans that a person is or was on. */
const listCardsNear = (trx: WorkspaceReading, workspaceId: string, personId: string) =>
  trx
    .selectFrom('winResult')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'winResult.workspaceId').onRef('plan.id', '=', 'winResult.planId'),
    )
    .leftJoin('sharedLink', (join) =>
      join
        .onRef('sharedLink.workspaceId', '=', 'winResult.workspaceId')
        .onRef('sharedLink.planId', '=', 'winResult.planId')
        .on('sharedLink.kind', '=', 'card'),
    )
    .leftJoin('cardLeaver', (join) =>
      join
        .onRef('cardLeaver.workspaceId', '=', 'winResult.workspaceId')
        .onRef('cardLeaver.planId', '=', 'winResult.planId')
        .on('cardLeaver.participantId', '=', personId),
    )
    .select(['winResult.planId', (of) => of('sharedLink.id', 'is not', null).as('isShared')])
    .select((of) => of('cardLeaver.leftAt', 'is not', null).as('hasLeft'))
    .where('winResult.workspaceId', '=', workspaceId)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        eb('plan.leadId', '=', personId),
        exists(
          selectFrom('planParticipant')
            .select('planParticipant.planId')
            .where('planParticipant.workspaceId', '=', workspaceId)
            .where('planParticipant.participantId', '=', personId)
            .whereRef('planParticipant.planId', '=', 'winResult.planId'),
        ),
        exists(
          selectFrom('planTeam')
            .select('planTeam.planId')
            .where('planTeam.workspaceId', '=', workspaceId)
            .where('planTeam.memberId', '=', personId)
            .whereRef('planTeam.planId', '=', 'winResult.planId'),
        ),
      ]),
    )
    .orderBy('winResult.planId')
    .execute()
