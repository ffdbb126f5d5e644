import { randomBytes } from 'node:crypto'
import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { type WorkspaceTransaction, beforeCommit } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import { type SealedEvent, sealOf } from './security-chain.ts'
import type { SecurityDetail } from './security-detail.ts'
import type { SecurityKind } from './security-kinds.ts'

export type SecurityEvent = {
  kind: SecurityKind
  /** The person that it is about; who did it to someone else is `by` in the details. */
  person: { id: string; name: string } | null
  /** Where a try came from, as limits name it; null where someone who is signed in did it. */
  network?: string | null
  /** Never a secret, never a link. */
  detail?: SecurityDetail
}

const unsealed = new WeakMap<WorkspaceTransaction, SealedEvent[]>()

/** At the transaction's end, since the chain's row is the same for everyone of the workspace. */
function sealAtEnd(trx: WorkspaceTransaction, workspaceId: string, event: SealedEvent): void {
  const waiting = unsealed.get(trx)
  if (waiting) {
    waiting.push(event)
    return
  }
  const events = [event]
  unsealed.set(trx, events)
  beforeCommit(trx, () => extendChain(trx, workspaceId, events))
}

/** Gives entries their numbers and hashes; other writers to the workspace's log wait for the same row. */
async function extendChain(trx: WorkspaceTransaction, workspaceId: string, events: readonly SealedEvent[]) {
  const count = events.length
  const head = await trx
    .insertInto('securityChain')
    .values({ workspaceId, number: count, hash: '' })
    .onConflict((conflict) =>
      conflict.column('workspaceId').doUpdateSet(({ eb }) => ({ number: eb('securityChain.number', '+', count) })),
    )
    .returning(['number', 'hash'])
    .executeTakeFirstOrThrow()
  let { hash } = head
  const rows = events.map((event, index) => {
    const place = { number: head.number - count + index + 1, previous: hash }
    const seal = sealOf(workspaceId, event, place, randomBytes(16).toString('base64url'))
    hash = seal.hash
    return { workspaceId, eventId: event.id, ...seal }
  })
  await trx.insertInto('securitySeal').values(rows).execute()
  await trx.updateTable('securityChain').set({ hash }).where('workspaceId', '=', workspaceId).execute()
}

/** The connection leaves marks of direction out of what it reads, and a seal covers what is read. */
const asRead = (text: string | null) => text && withoutDirectionMarks(text)

/**
 * Appends to the log of sign-ins, sessions and rights, apart from the activity of plans. Called within the transaction of what it
 * tells, so that neither is there without the other; PostgreSQL lets the app add to it and change nothing,
 * and each entry carries the hash of the one before it (`security-log/security-chain.ts`).
 */
export async function writeSecurityEvent(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { kind, person, network = null, detail = {} }: SecurityEvent,
  now: Date,
): Promise<void> {
  const event = {
    id: newId(),
    at: now,
    kind,
    personId: person?.id ?? null,
    personName: asRead(person?.name ?? null),
    network,
    detail: Object.fromEntries(Object.entries(detail).map(([name, value]) => [name, asRead(value)])),
  }
  await trx
    .insertInto('securityEvent')
    .values({ workspaceId, ...event, detail: JSON.stringify(event.detail) })
    .execute()
  sealAtEnd(trx, workspaceId, event)
}
