import type { WorkspaceTransaction } from '#db/workspace.ts'

/** Whose links: a member's, or a participant's to one plan or to all of theirs. */
export type LinkHolder = { memberId: string } | { participantId: string; planId?: string | undefined }

/** Ends links at once: none of them opens anything from now on. */
export async function revokeLinks(
  trx: WorkspaceTransaction,
  workspaceId: string,
  holder: LinkHolder,
  now: Date,
): Promise<void> {
  let links = trx
    .updateTable('linkToken')
    .set({ revokedAt: now })
    .where('workspaceId', '=', workspaceId)
    .where('revokedAt', 'is', null)
  if ('memberId' in holder) links = links.where('memberId', '=', holder.memberId)
  else links = links.where('participantId', '=', holder.participantId)
  if ('planId' in holder && holder.planId !== undefined) links = links.where('planId', '=', holder.planId)
  await links.execute()
}
