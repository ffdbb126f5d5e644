import { type Standing, sightOf } from '#app/policy/policy.ts'
import type { Parts } from '#app/kit/parts.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { ReadEvent } from '#app/runner/events/catalogue.ts'
import { readEventWithFaults } from '#app/runner/events/read-event.ts'
import type { PlanEnd } from '#app/runner/plan-end.ts'
import { notFound } from '#app/runner/refusal.ts'
import { regionName } from '#app/schedule/regions.server.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { ActivityEntry } from './activity-entry.ts'
import type { ActivityFilter } from './activity-filter.ts'
import { filterConditions, readableActivity } from './readable-activity.server.ts'
import { changeWords } from '../activity-sentences/event-change-words.ts'
import { eventParts } from '../activity-sentences/event-words.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { mayUndoChange } from '../undo/may-undo-change.ts'
import { mergeTexts } from '#app/ui/sentence-parts.ts'

/** How many changes a page shows. */
const pageSize = 200

type Undo = { privateTo: string[] | null; undoneAt: Date | null; needs: string | null }

/** Whether an entry starts a change that the reader may undo, as the plan stands. */
const mayBeUndone = ({ privateTo, undoneAt, needs }: Undo, standings: ReadonlySet<Standing>, plan: PlanEnd): boolean =>
  privateTo !== null &&
  undoneAt === null &&
  privateTo.every((side) => side === sightOf(standings)) &&
  mayUndoChange(standings, plan, needs)

/** The number of the version that both sides agreed to by this. */
function agreedVersionOf({ event, changes }: ReadEvent): number | null {
  if (event !== 'plan agreed by both sides') return null
  const version = changes.agreedVersion?.after
  return typeof version === 'number' ? version : null
}

export type ActivityView = {
  project: string
  account: string
  /** In the plan's time zone. */
  today: IsoDate
  entries: ActivityEntry[]
  lastNumber: number
  /** Below which number the next page starts; null where this is the last one. */
  before: number | null
}

/** What a list of changes is narrowed to. `before` is the number of a change: only older ones are listed. */
export type ActivityAsked = { subjectId?: string; filter?: ActivityFilter; before?: number | undefined }

/** The newest changes of a plan, or of one of its tasks, that the reader's side may know of. @throws Refusal 404 */
export async function getActivity(
  parts: Pick<Parts, 'reads' | 'clock' | 'log'>,
  { actor, standings }: PlanReader,
  planId: string,
  { subjectId, filter = {}, before }: ActivityAsked = {},
): Promise<ActivityView> {
  const log = { workspaceId: actor.workspaceId, planId, sight: sightOf(standings), readerId: actor.id }
  return parts.reads.in(actor.workspaceId, async (trx) => {
    const scope = trx
      .selectFrom('plan')
      .innerJoin('account', (join) =>
        join.onRef('account.workspaceId', '=', 'plan.workspaceId').onRef('account.id', '=', 'plan.accountId'),
      )
      .innerJoin('workspace', 'workspace.workspaceId', 'plan.workspaceId')
      .select(['plan.project', 'plan.timeZone', 'plan.state', 'plan.archivedAt'])
      .select(['account.name as account', 'workspace.name as workspace'])
      .where('plan.workspaceId', '=', actor.workspaceId)
      .where('plan.id', '=', planId)
    const entries = readableActivity(trx, log)
      .leftJoin('planUndo', (join) =>
        join
          .onRef('planUndo.workspaceId', '=', 'activity.workspaceId')
          .onRef('planUndo.planId', '=', 'activity.scopeId')
          .onRef('planUndo.number', '=', 'activity.number'),
      )
      .selectAll('activity')
      .select(['planUndo.privateTo', 'planUndo.undoneAt', 'planUndo.needs'])
      .where((row) =>
        row.and([
          ...filterConditions(row, log, filter),
          ...(subjectId ? [row('activity.subjectId', '=', subjectId)] : []),
        ]),
      )
      .$if(before !== undefined, (query) => query.where('activity.number', '<', before ?? 0))
      .orderBy('activity.number', 'desc')
      .limit(pageSize + 1)
    const [plan, found] = await Promise.all([scope.executeTakeFirst(), entries.execute()])
    if (!plan) throw notFound()
    const rows = found.slice(0, pageSize)
    const read = rows.map((row) => ({ row, ...readEventWithFaults(row) }))
    const unread = read.flatMap((it) => it.unread)
    if (unread.length > 0)
      parts.log.warn({ planId, count: unread.length, names: [...new Set(unread)] }, 'events that cannot be read')
    const { timeZone, workspace, account } = plan
    const companies = { vendor: workspace, customer: account }
    const today = todayIn(timeZone, parts.clock.now())
    const hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
    return {
      project: plan.project,
      account: plan.account,
      today,
      before: found.length > rows.length ? Number(rows.at(-1)?.number) : null,
      lastNumber: Number(rows[0]?.number ?? 0),
      entries: read.map(({ row, event }) => ({
        number: Number(row.number),
        mayBeUndone: mayBeUndone(row, standings, plan),
        at: row.at.toISOString(),
        when: `${longDate(todayIn(timeZone, row.at), today)}, ${hours.format(row.at)}`,
        by: row.actorName,
        side: row.actorSide as ActivityEntry['side'],
        sentence: mergeTexts(eventParts(event, null, { today, planId })),
        agreedNumber: event && agreedVersionOf(event),
        isPrivate: row.visibleTo === log.sight,
        changes: event ? changeWords(event, { regionName, companies }) : [],
      })),
    }
  })
}
