import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'

/** The victory cards that name a person, or that they took their own name off, and whether strangers can read them by a link. */
export function listVictoryCards(trx: WorkspaceReading, workspaceId: string, personId: string) {
  return trx
    .selectFrom('winResult')
    .leftJoin('winCard', (join) =>
      join.onRef('winCard.workspaceId', '=', 'winResult.workspaceId').onRef('winCard.planId', '=', 'winResult.planId'),
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
    .where(({ or, eb }) =>
      or([sql<SqlBool>`win_card.people @> array[${personId}]::uuid[]`, eb('cardLeaver.leftAt', 'is not', null)]),
    )
    .orderBy('winResult.planId')
    .execute()
}
