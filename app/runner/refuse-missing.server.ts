import { sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import { isUuid } from '#app/kit/ids.ts'
import { type Standing, sightOf } from '#app/policy/policy.ts'
import type { EventName } from './events/catalogue.ts'
import { missingWords } from './missing-words.ts'
import { Refusal, notFound } from './refusal.ts'

type Asked = { trx: WorkspaceReading; workspaceId: string; row: { id: string }; standings: ReadonlySet<Standing> }

const removals = ['task removed', 'milestone removed'] satisfies EventName[]
/**
 * Undoing these may have removed it: what was added, or an undone change, which is done again. Which change that was is not told, but of
 * something that is not there, the last event of these is the one that removed it.
 */
const undoneToRemove = ['task added', 'milestone added', 'change undone'] satisfies EventName[]

/**
 * Refuses a change of something that is not on the plan.
 * @param ids what is missing; one of these is mentioned
 * @throws Refusal 409 that says who deleted it and when, where the activity tells this person; else 404
 */
export async function refuseMissing(
  { trx, workspaceId, row, standings }: Asked,
  ids: readonly string[],
): Promise<never> {
  // A what-if may name anything.
  const known = ids.filter(isUuid)
  if (known.length === 0) throw notFound()
  const found = await trx
    .selectFrom('activity')
    .innerJoin('plan', (join) =>
      join.onRef('plan.workspaceId', '=', 'activity.workspaceId').onRef('plan.id', '=', 'activity.scopeId'),
    )
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'activity.workspaceId').onRef('task.id', '=', 'activity.subjectId'),
    )
    .leftJoin('milestone', (join) =>
      join.onRef('milestone.workspaceId', '=', 'activity.workspaceId').onRef('milestone.id', '=', 'activity.subjectId'),
    )
    .select(['activity.subject', 'activity.actorName', 'activity.at', 'plan.timeZone'])
    // What is there, but hidden from this person, is not deleted.
    .where('task.id', 'is', null)
    .where('milestone.id', 'is', null)
    .where('activity.workspaceId', '=', workspaceId)
    .where('activity.scope', '=', 'plan')
    .where('activity.scopeId', '=', row.id)
    .where('activity.subjectId', 'in', known)
    .where(({ or, and, eb }) =>
      or([
        eb('activity.event', 'in', removals),
        and([
          eb('activity.event', '=', 'change undone'),
          eb(sql<string>`activity.changes -> 'undone' ->> 'after'`, 'in', undoneToRemove),
        ]),
      ]),
    )
    .where(({ or, eb }) =>
      or([eb('activity.visibleTo', 'is', null), eb('activity.visibleTo', '=', sightOf(standings))]),
    )
    .orderBy('activity.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw notFound()
  const { subject, actorName, at, timeZone } = found
  const words = missingWords({ title: subject, by: actorName, on: todayIn(timeZone, at) })
  throw new Refusal(409, words, { isGone: true })
}
