import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'

export type KeptConsent = {
  workspaceId: string
  planId: string
  answer: 'given' | 'changed' | 'withdrawn'
  /** The sentences as they were shown. */
  said: readonly string[]
  kinds: readonly string[]
  participantId: string | null
  approverId: string | null
  /** The last day of what was agreed to; null for one without an end. */
  until: string | null
  at: Date
}

/** Adds to the history of a plan's consents, which nothing changes or removes. */
export async function keepConsent(trx: WorkspaceTransaction, { said, kinds, ...consent }: KeptConsent): Promise<void> {
  await trx
    .insertInto('referenceConsent')
    .values({ id: newId(), ...consent, said: JSON.stringify(said), kinds: [...kinds] })
    .execute()
}
