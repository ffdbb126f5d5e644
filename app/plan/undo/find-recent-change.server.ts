import { jsonBuildObject } from 'kysely/helpers/postgres'
import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import { rowsAsJson } from '#db/rows-as-json.ts'
import { sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { eventWords, you } from '../activity-sentences/event-words.ts'
import { otherTasksOf } from '../activity-sentences/other-tasks-of.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { mayUndoChange } from './may-undo-change.ts'
import { minute } from '#app/kit/durations.ts'

/** For how long the plan page offers to take one's own last change back; *Activity* does so for as long as no one changed it. */
const offeredFor = 2 * minute

/** A change from then on is offered to be taken back. */
export const offeredFrom = (now: Date): Date => new Date(now.getTime() - offeredFor)

/** What the reader changed last, in words, while the page offers to take it back. */
export type RecentChange = {
  number: number
  lastNumber: number
  words: string
  /** Whether it took back another change. */
  isUndoing: boolean
  /** The task that was checked off, where that is what was done. */
  completed: string | null
}

const changesSince = keptQuery(
  (db, { workspaceId, planId, actorId, since }) =>
    db
      .selectFrom('planUndo')
      .innerJoin('activity', (join) =>
        join
          .onRef('activity.workspaceId', '=', 'planUndo.workspaceId')
          .onRef('activity.scopeId', '=', 'planUndo.planId')
          .onRef('activity.number', '=', 'planUndo.number')
          .on('activity.scope', '=', 'plan'),
      )
      .innerJoin('plan', (join) =>
        join.onRef('plan.workspaceId', '=', 'planUndo.workspaceId').onRef('plan.id', '=', 'planUndo.planId'),
      )
      .select(['plan.state', 'plan.archivedAt', 'plan.timeZone', 'planUndo.needs'])
      .select([
        'planUndo.number',
        'planUndo.lastNumber',
        'planUndo.undoneAt',
        'planUndo.privateTo',
        'activity.event',
        'activity.subjectId',
        'activity.subject',
        'activity.changes',
      ])
      .select((eb) =>
        eb
          .selectFrom('activity as alike')
          .select(({ ref }) =>
            rowsAsJson(
              jsonBuildObject({
                subjectId: ref('alike.subjectId'),
                event: ref('alike.event'),
                changes: ref('alike.changes'),
              }),
            ).as('all'),
          )
          .where('alike.workspaceId', '=', workspaceId)
          .where('alike.scope', '=', 'plan')
          .where('alike.scopeId', '=', planId)
          .whereRef('alike.number', '>=', 'planUndo.number')
          .whereRef('alike.number', '<=', 'planUndo.lastNumber')
          .whereRef('alike.event', '=', 'activity.event')
          .as('alike'),
      )
      .where('planUndo.workspaceId', '=', workspaceId)
      .where('planUndo.planId', '=', planId)
      .where('planUndo.actorId', '=', actorId)
      .where('planUndo.at', '>', since)
      .orderBy('planUndo.at', 'desc')
      .orderBy('planUndo.number', 'desc')
      .limit(1),
  { workspaceId: 'a workspace', planId: 'a plan', actorId: 'a person', since: new Date(0) },
)

/** Whether a change of the plan, by the number of any of its events, can be taken back. */
export async function offersUndo(
  trx: WorkspaceReading,
  { workspaceId, planId, number }: { workspaceId: string; planId: string; number: number },
): Promise<boolean> {
  const found = await trx
    .selectFrom('planUndo')
    .select('number')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('number', '<=', number)
    .where('lastNumber', '>=', number)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

/** The reader's own last change of the plan, if it was just now and was not taken back. */
export async function findRecentChange(
  parts: Pick<Parts, 'reads' | 'clock'>,
  { actor, standings }: PlanReader,
  planId: string,
): Promise<RecentChange | null> {
  const { workspaceId, id: actorId } = actor
  const [found] = await parts.reads.in(workspaceId, (trx) =>
    changesSince(trx, { workspaceId, planId, actorId, since: offeredFrom(parts.clock.now()) }),
  )
  if (!found || found.undoneAt || !mayUndoChange(standings, found, found.needs)) return null
  if (found.privateTo.some((side) => side !== sightOf(standings))) return null
  const today = todayIn(found.timeZone, parts.clock.now())
  const words = eventWords(readEvent(found), you, { today, others: otherTasksOf([found, ...(found.alike ?? [])]) })
  const completed = found.event === 'task completed' ? found.subjectId : null
  const isUndoing = found.event === 'change undone'
  return { number: Number(found.number), lastNumber: Number(found.lastNumber), words, isUndoing, completed }
}
