import type { WorkspaceTransaction } from '#db/workspace.ts'
import { newId } from '#app/kit/ids.ts'

type Plan = { workspaceId: string; planId: string; leadId: string }

/** A reference that may be used, and what stands around it: a use, a logo and a quote that waits for the champion. @returns the id of the use */
export async function addReferenceParts(
  trx: WorkspaceTransaction,
  { workspaceId, planId, leadId }: Plan,
  now: Date,
): Promise<string> {
  const useId = newId()
  const words = { statement: 'We closed the books in one day.', measure: 'time to close a month', unit: 'days' }
  const covers = JSON.stringify({ version: 1, ...words, baseline: 30, target: 1, measured: 1.5 })
  await trx
    .insertInto('reference')
    .values({ workspaceId, planId, state: 'agreed', kinds: ['logo', 'quote'], covers, answeredAt: now, agreedAt: now })
    .execute()
  await trx
    .insertInto('referenceUse')
    .values({
      ...{ workspaceId, planId, id: useId, kind: 'quote', memberId: leadId, usedOn: '2026-06-12' },
      ...{ usedFor: 'The website', createdAt: now },
    })
    .execute()
  await trx
    .insertInto('referenceLogo')
    .values({ workspaceId, planId, contentType: 'image/png', bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47]) })
    .execute()
  await trx
    .insertInto('referencePiece')
    .values({
      ...{ workspaceId, planId, kind: 'quote', version: 1, text: 'One day!', state: 'sent' },
      ...{ memberId: leadId, writtenAt: now, sentAt: now },
    })
    .execute()
  return useId
}
