import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'

/** The victory cards that name a person, and whether strangers can read them by a link. */
export function listVictoryCards(trx: WorkspaceReading, workspaceId: string, personId: string) {
  return trx
    .selectFrom('winCard')
    .leftJoin('sharedLink', (join) =>
      join
        .onRef('sharedLink.workspaceId', '=', 'winCard.workspaceId')
        .onRef('sharedLink.planId', '=', 'winCard.planId')
        .on('sharedLink.kind', '=', 'card'),
    )
    .select(['winCard.planId', (of) => of('sharedLink.id', 'is not', null).as('isShared')])
    .where('winCard.workspaceId', '=', workspaceId)
    .where(sql<boolean>`${sql.ref('winCard.people')} @> array[${personId}]::uuid[]`)
    .orderBy('winCard.planId')
    .execute()
}
