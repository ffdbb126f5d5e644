import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { type Leader, listLeaders } from '#app/plan/core/list-leaders.server.ts'
import type { PlanNews } from '#app/plan/slips/find-plan-news.server.ts'
import { isTimeForEmail } from './is-time-for-email.ts'
import { type DailyReader, type DailyWish, listReaderTimes } from './list-reader-times.server.ts'

/** The news of a plan, for the champion and the lead. */
export type NewsForLeaders = { news: PlanNews; leaders: Leader[] }

/** Who leads each of these plans on both sides. */
export async function findLeadersOf(
  trx: WorkspaceReading,
  workspaceId: string,
  all: readonly PlanNews[],
): Promise<NewsForLeaders[]> {
  if (all.length === 0) return []
  const plans = await trx
    .selectFrom('plan')
    .select(['id', 'leadId'])
    .where('workspaceId', '=', workspaceId)
    .where(
      'id',
      'in',
      all.map(({ planId }) => planId),
    )
    .execute()
  const told: NewsForLeaders[] = []
  for (const news of all) {
    const row = plans.find(({ id }) => id === news.planId)
    if (row) told.push({ news, leaders: await listLeaders({ trx, workspaceId, row }) })
  }
  return told
}

export const readerOf = ({ to }: Leader): DailyReader =>
  to.memberId === undefined ? { kind: 'participant', id: to.participantId } : { kind: 'member', id: to.memberId }

/**
 * Writes what both leaders are told about their plans. It waits for their email of the day; a date that slips after that has left, or to someone who wants
 * one a week, is told by an email of its own, on the same day.
 */
export async function tellPlanNews(
  parts: Pick<Parts, 'boss' | 'environment'>,
  trx: WorkspaceTransaction,
  workspaceId: string,
  all: readonly NewsForLeaders[],
  now: Date,
): Promise<void> {
  if (all.length === 0) return
  const readers = all.flatMap(({ leaders }) => leaders.map(readerOf))
  const wishes = await listReaderTimes(trx, workspaceId, readers, now)
  for (const { news, leaders } of all)
    for (const leader of leaders)
      for (const notice of noticesFor(news, leader, leavesAtOnce(wishes.get(readerOf(leader).id), now)))
        await writeNotice(parts, trx, workspaceId, notice, now)
}

/** Whether it is a time at which a person reads emails, but not that of their email of the day. */
const leavesAtOnce = (wish: DailyWish | undefined, now: Date): boolean =>
  wish !== undefined &&
  wish.rhythm !== 'none' &&
  isTimeForEmail({ ...wish, rhythm: 'daily', lastAt: null }, now) &&
  !isTimeForEmail(wish, now)

function noticesFor(news: PlanNews, { name, to, link }: Leader, atOnce: boolean): NewNotice[] {
  const { planId, workspace, account, project } = news
  const of = { workspace, account, project }
  const [first, also = null] = news.slips
  const where = { to, planId, link }
  return [
    ...(first
      ? [
          {
            kind: 'date-slipped' as const,
            facts: { ...of, name, ...first, also, advice: news.advice, atOnce },
            ...where,
          },
        ]
      : []),
    ...news.opened.map((gate): NewNotice => ({ kind: 'gate-opened', facts: { gate }, ...where })),
  ]
}
