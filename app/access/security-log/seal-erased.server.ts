import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { writeSecurityEvent } from './write-security-event.server.ts'
import { digestOf } from './security-chain.ts'
import { securityDetailOf } from './security-detail.ts'

/** Entries that one entry vouches for; each takes some fifty characters. */
const atOnce = 200

/**
 * Seals the entries from which a person was just erased again, each with a new salt, and records their numbers and digests in
 * the log, so that nothing else can be changed in the name of an erasure.
 * @returns how many entries there were
 */
export async function sealErased(trx: WorkspaceTransaction, workspaceId: string, now: Date): Promise<number> {
  const rows = await trx
    .selectFrom('securitySeal')
    .innerJoin('securityEvent', (join) =>
      join
        .onRef('securityEvent.workspaceId', '=', 'securitySeal.workspaceId')
        .onRef('securityEvent.id', '=', 'securitySeal.eventId'),
    )
    .select(['number', 'personId', 'personName', 'network', 'detail'])
    .where('securitySeal.workspaceId', '=', workspaceId)
    .where('salt', '=', '')
    .orderBy('number')
    .execute()
  const sealed = rows.map(({ number, detail, ...content }) => {
    const salt = randomBytes(16).toString('base64url')
    return { number, salt, digest: digestOf(salt, { ...content, detail: securityDetailOf(detail) }) }
  })
  const [numbers, salts, digests] = [
    sealed.map(({ number }) => number),
    sealed.map(({ salt }) => salt),
    sealed.map(({ digest }) => digest),
  ]
  await sql`select operations.seal_erased(${numbers}::bigint[], ${salts}::text[], ${digests}::text[])`.execute(trx)
  for (let from = 0; from < sealed.length; from += atOnce) {
    const some = sealed.slice(from, from + atOnce)
    const detail = {
      count: String(some.length),
      digests: some.map(({ number, digest }) => `${number}:${digest}`).join(' '),
    }
    await writeSecurityEvent(trx, workspaceId, { kind: 'entries erased', person: null, detail }, now)
  }
  return sealed.length
}
