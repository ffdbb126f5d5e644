import { newId } from '#app/kit/ids.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'

type Of = { workspaceId: string; leadId: string }

/** A passkey that no one holds. @returns its id */
export async function addPasskeyOf(trx: WorkspaceTransaction, { workspaceId, leadId }: Of, now: Date): Promise<string> {
  const id = newId()
  const kept = { counter: 0, transports: ['internal'], synced: false, name: 'Chrome on Windows' }
  await trx
    .insertInto('passkey')
    .values({
      workspaceId,
      id,
      memberId: leadId,
      credentialId: id,
      publicKey: Buffer.from([1]),
      ...kept,
      createdAt: now,
    })
    .execute()
  return id
}
