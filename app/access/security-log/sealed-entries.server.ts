import { sql } from 'kysely'
import { z } from 'zod'
import type { WorkspaceReading } from '#db/reading.ts'
import { type ChainPlace, type Seal, type SealedEvent, digestOf } from './security-chain.ts'
import { securityDetailOf } from './security-detail.ts'

export type SealedEntry = { seal: Seal; event: SealedEvent | undefined }

/** Where the chain starts: behind the last entry that was deleted for its age, or at its very start. */
export async function findAnchor(trx: WorkspaceReading, workspaceId: string): Promise<ChainPlace | undefined> {
  return trx
    .selectFrom('securityAnchor')
    .select(['number', 'hash'])
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
}

/** Content with marks of direction, as it is stored: as bytes, since the connection leaves these marks out of every text. */
const asStored = sql<Buffer | null>`case when concat(person_name, network, detail::text) ~ '[\u202a-\u202e\u2066-\u2069]'
  then convert_to(jsonb_build_object('personName', person_name, 'network', network, 'detail', detail)::text, 'UTF8') end`

const storedContent = z.object({
  personName: z.string().nullable(),
  network: z.string().nullable(),
  detail: z.record(z.string(), z.string().nullable()),
})

/** The entry as its seal covers it: as it is read, or, where it was sealed before marks of direction were left out, as it is stored. */
function asSealed(event: SealedEvent, seal: Seal, stored: Buffer | null): SealedEvent {
  if (stored === null) return event
  const { success, data } = storedContent.safeParse(JSON.parse(stored.toString('utf8')))
  const marked = success ? { ...event, ...data } : event
  return digestOf(seal.salt, marked) === (seal.erasedDigest ?? seal.digest) ? marked : event
}

const sealsWithEntries = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('securitySeal')
    .leftJoin('securityEvent', (join) =>
      join
        .onRef('securityEvent.workspaceId', '=', 'securitySeal.workspaceId')
        .onRef('securityEvent.id', '=', 'securitySeal.eventId'),
    )
    .select(['number', 'salt', 'digest', 'erasedDigest', 'previous', 'hash', 'securityEvent.id', 'at', 'kind'])
    .select(['personId', 'personName', 'network', 'detail', asStored.as('stored')])
    .where('securitySeal.workspaceId', '=', workspaceId)

type Row = Awaited<ReturnType<ReturnType<typeof sealsWithEntries>['execute']>>[number]

const entryOf = ({ id, at, kind, personId, personName, network, detail, stored, ...seal }: Row): SealedEntry => ({
  seal: seal satisfies Seal,
  event:
    id && at && kind
      ? asSealed({ id, at, kind, personId, personName, network, detail: securityDetailOf(detail) }, seal, stored)
      : undefined,
})

/** The links of the chain behind a number, each with its entry where that is there. */
export async function listEntriesAfter(
  trx: WorkspaceReading,
  workspaceId: string,
  number: number,
  limit: number,
): Promise<SealedEntry[]> {
  const rows = await sealsWithEntries(trx, workspaceId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(entryOf)
}

/** Entries as their seals cover them, with these, by the ids of the entries; one without a seal is left out. */
export async function findSealedEntries(
  trx: WorkspaceReading,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, SealedEntry>> {
  if (ids.length === 0) return new Map()
  const rows = await sealsWithEntries(trx, workspaceId).where('securitySeal.eventId', 'in', ids).execute()
  return new Map(rows.flatMap((row) => (row.id ? [[row.id, entryOf(row)] as const] : [])))
}
