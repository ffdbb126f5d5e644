import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'

export type SecurityEvent = {
  kind: 'signed in' | 'signed out' | 'link refused' | 'link sent' | 'invited' | 'member added' | 'participant removed'
  person: { id: string; name: string } | null
  /** Never a secret, never a link. */
  detail?: Record<string, string | null>
}

/** Appends to the log of sign-ins and sessions, apart from the activity of plans. */
export async function writeSecurityEvent(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { kind, person, detail = {} }: SecurityEvent,
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
      network: null,
      detail: JSON.stringify(detail),
    })
    .execute()
}
