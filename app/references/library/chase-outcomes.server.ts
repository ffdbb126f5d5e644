import { inWorkspace } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import { paths } from '#app/kit/paths.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { callLength } from './call-rules.ts'

/** Requests that one run asks about; the next hour continues. */
const atOnce = 200

/** Asks, with the email of the day and once, the members who requested calls that are over how they went. Safe to run at any time. */
export async function chaseOutcomes(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  await inWorkspace(parts.db, workspaceId, async (trx) => {
    const over = await trx
      .selectFrom('referenceRequest')
      .innerJoin('member', (join) =>
        join
          .onRef('member.workspaceId', '=', 'referenceRequest.workspaceId')
          .onRef('member.id', '=', 'referenceRequest.memberId'),
      )
      .select(['referenceRequest.id', 'planId', 'deal', 'memberId', 'member.email as address'])
      .where('referenceRequest.workspaceId', '=', workspaceId)
      .where('state', '=', 'accepted')
      .where('chosenAt', '<=', new Date(now.getTime() - callLength))
      .where('tookPlace', 'is', null)
      .where('outcomeAskedAt', 'is', null)
      .where('member.removedAt', 'is', null)
      .orderBy('chosenAt')
      .limit(atOnce)
      .forUpdate('referenceRequest')
      .execute()
    for (const { id, planId, deal, memberId, address } of over) {
      await trx
        .updateTable('referenceRequest')
        .set({ outcomeAskedAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', id)
        .execute()
      const link = { path: paths.libraryEntry(planId) }
      const notice = { kind: 'outcome-asked', facts: { deal }, to: { memberId, address }, planId, link } as const
      await writeNotice(parts, trx, workspaceId, notice, now)
    }
  })
}
