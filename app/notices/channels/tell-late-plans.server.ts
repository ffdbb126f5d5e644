import { inWorkspace } from '#db/workspace.ts'
import { day } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { writeChatPosts } from '#app/outbox/chat-posts.server.ts'

/** While a plan stays late, it is told again after this long, in milliseconds. */
const againAfter = 7 * day
/** The most plans of one run; the next half hour continues. */
const atOnce = 50

/** Tells the channels that want to know of plans that cannot meet their date. Safe to run at any time, and one query where none is. */
export const tellLatePlans = (parts: Pick<Parts, 'db' | 'boss' | 'clock'>, workspaceId: string): Promise<void> =>
  inWorkspace(parts.db, workspaceId, async (trx) => {
    const now = parts.clock.now()
    const late = await trx
      .selectFrom('planSummary')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'planSummary.workspaceId').onRef('plan.id', '=', 'planSummary.planId'),
      )
      .select('planSummary.planId')
      .where('planSummary.workspaceId', '=', workspaceId)
      .where('planSummary.tone', '=', 'late')
      .where('plan.archivedAt', 'is', null)
      .where('plan.state', 'not in', ['rough', 'won', 'lost'])
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('chatChannel')
            .select('chatChannel.id')
            .where('chatChannel.workspaceId', '=', workspaceId)
            .where(({ eb, val }) => eb(val<string>('late'), '=', eb.fn.any('chatChannel.topics'))),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('chatPost')
              .select('chatPost.id')
              .where('chatPost.workspaceId', '=', workspaceId)
              .where('chatPost.topic', '=', 'late')
              .whereRef('chatPost.planId', '=', 'planSummary.planId')
              .where('chatPost.createdAt', '>', new Date(now.getTime() - againAfter)),
          ),
        ),
      )
      .limit(atOnce)
      .execute()
    for (const { planId } of late) await writeChatPosts(parts, trx, { workspaceId, planId, topic: 'late' }, now)
  })
