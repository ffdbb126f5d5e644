import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'
import type { SecurityKind } from './security-kinds.ts'

export type SecurityEvent = {
  kind: SecurityKind
  /** Whom it is about; who did it to somebody else is `by` in the details. */
  person: { id: string; name: string } | null
  /** Where a try came from, as limits name it; null where somebody who is signed in did it. */
  network?: string | null
  /** Never a secret, never a link. */
  detail?: Record<string, string | null>
}

/**
 * Appends to the log of sign-ins, sessions and rights, apart from the activity of plans. Called within the transaction of what it
 * tells, so that neither is there without the other; PostgreSQL lets the app add to it and change nothing.
 */
export async function writeSecurityEvent(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { kind, person, network = null, detail = {} }: SecurityEvent,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('securityEvent')
    .values({
      workspaceId,
      id: newId(),
      at: now,
      kind,
      personId: person?.id ?? null,
      personName: person?.name ?? null,
      network,
      detail: JSON.stringify(detail),
    })
    .execute()
}
