import type { WorkspaceReading } from '#db/reading.ts'
import type { ChainPlace, Seal, SealedEvent } from './chain.ts'
import { detailOf } from './queries.server.ts'

export type SealedEntry = { seal: Seal; event: SealedEvent | undefined }

/** Where the chain begins: behind the last entry that was deleted for its age, or at its very start. */
export async function findAnchor(trx: WorkspaceReading, workspaceId: string): Promise<ChainPlace | undefined> {
  return trx
    .selectFrom('securityAnchor')
    .select(['number', 'hash'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
}

/** The links of the chain behind a number, each with its entry where that is there. */
export async function listEntriesAfter(
  trx: WorkspaceReading,
  workspaceId: string,
  number: number,
  limit: number,
): Promise<SealedEntry[]> {
  const rows = await trx
    .selectFrom('securitySeal')
    .leftJoin('securityEvent', (join) =>
      join
        .onRef('securityEvent.workspaceId', '=', 'securitySeal.workspaceId')
        .onRef('securityEvent.id', '=', 'securitySeal.eventId'),
    )
    .select(['number', 'salt', 'digest', 'erasedDigest', 'previous', 'hash', 'securityEvent.id', 'at', 'kind'])
    .select(['personId', 'personName', 'network', 'detail'])
    .where('securitySeal.workspaceId', '=', workspaceId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, kind, personId, personName, network, detail, ...seal }) => ({
    seal: seal satisfies Seal,
    event: id && at && kind ? { id, at, kind, personId, personName, network, detail: detailOf(detail) } : undefined,
  }))
}
