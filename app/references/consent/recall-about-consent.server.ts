import type { WorkspaceTransaction } from '#db/workspace.ts'
import { recallUntried } from '#app/outbox/outbox.server.ts'

/**
 * Cancels emails that have not left and would be untrue: that consent was given, with its quote, that it is asked for, and that a text waits
 * for approval.
 */
export const recallAboutConsent = (
  trx: WorkspaceTransaction,
  { workspaceId, planId }: { workspaceId: string; planId: string },
): Promise<number> =>
  recallUntried(trx, {
    workspaceId,
    planId,
    kinds: ['reference-agreed', 'reference-asked', 'piece-sent', 'logo-asked'],
  })
