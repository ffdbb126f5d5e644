import { sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import { keptQuery } from '#db/kept-query.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { sightOf } from '#app/policy/policy.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type NewsEvent, newsFrom } from './news-from.ts'
import { type Visit, visitGap } from './visit.ts'
import type { VisitNews } from './visit-news.ts'

/** Whether the last visit had ended by then. */
const isOver = (overSince: Date) => sql<boolean>`plan_visit.seen_at < ${overSince}`

/** The most events that are read; where there are more, the line says so. */
const mostEvents = 200

type Found = { visit: Visit | null; news: VisitNews | null; latestByOthers: number }

const lastVisits = keptQuery(
  (db, { workspaceId, planId, readerId, sight, overSince }) =>
    db
      .selectFrom('planVisit')
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'planVisit.workspaceId').onRef('plan.id', '=', 'planVisit.planId'),
      )
      .select(['plan.timeZone', 'sinceNumber', 'sinceAt', 'seenNumber', 'seenAt'])
      .select(
        sql<Date>`case when ${isOver(overSince)} then plan_visit.seen_at else plan_visit.since_at end`.as('newSince'),
      )
      .select((visit) =>
        visit
          .selectFrom((from) =>
            from
              .selectFrom('activity')
              .select(['number', 'at', 'actorId', 'actorName', 'event', 'subjectId', 'subject', 'changes'])
              .where('activity.workspaceId', '=', workspaceId)
              .where('activity.scope', '=', 'plan')
              .where('activity.scopeId', '=', planId)
              .where(
                'activity.number',
                '>',
                sql<number>`case when ${isOver(overSince)} then plan_visit.seen_number else plan_visit.since_number end`,
              )
              .where('activity.actorId', 'is distinct from', readerId)
              .where((row) => row.or([row('activity.visibleTo', 'is', null), row('activity.visibleTo', '=', sight)]))
              .orderBy('number', 'desc')
              .limit(mostEvents + 1)
              .as('recent'),
          )
          .select(({ ref }) =>
            rowsAsJson(
              jsonBuildObject({
                number: ref('recent.number'),
                at: ref('recent.at'),
                actorId: ref('recent.actorId'),
                by: ref('recent.actorName'),
                event: ref('recent.event'),
                subjectId: ref('recent.subjectId'),
                subject: ref('recent.subject'),
                changes: ref('recent.changes'),
              }),
            ).as('all'),
          )
          .as('events'),
      )
      .where('planVisit.workspaceId', '=', workspaceId)
      .where('planVisit.planId', '=', planId)
      .where('planVisit.readerId', '=', readerId),
  { workspaceId: 'a workspace', planId: 'a plan', readerId: 'a reader', sight: 'a side', overSince: new Date(0) },
)

/**
 * What others have changed on a plan since the reader's last visit, as far as the reader may know of it, in one query; no news on the first one.
 * @param number up to which the plan is shown
 */
export async function findVisitNews(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: PlanReader,
  { planId, number }: { planId: string; number: number },
): Promise<Found> {
  const { workspaceId } = actor
  const now = parts.clock.now()
  const [found] = await parts.reads.in(workspaceId, (trx) =>
    lastVisits(trx, {
      workspaceId,
      planId,
      readerId: actor.id,
      sight: sightOf(standings),
      overSince: new Date(now.getTime() - visitGap),
    }),
  )
  if (!found) return { visit: null, news: null, latestByOthers: 0 }
  const { timeZone, newSince, events, ...stored } = found
  const visit = { ...stored, sinceNumber: Number(stored.sinceNumber), seenNumber: Number(stored.seenNumber) }
  const read: NewsEvent[] = (events ?? [])
    .map((event) => ({ ...event, number: Number(event.number) }))
    .sort((a, b) => a.number - b.number)
  const day = (at: Date): IsoDate => todayIn(timeZone, at)
  const told = { planId, number, today: day(now), sinceOn: day(newSince), mostEvents }
  return { visit, news: newsFrom(read, told), latestByOthers: read.at(-1)?.number ?? 0 }
}
