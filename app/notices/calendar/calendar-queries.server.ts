import type { WorkspaceReading } from '#db/reading.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readLink } from '#app/outbox/link-token.server.ts'
import { loadPlan, loadPlans } from '#app/plan/core/plan-rows.server.ts'
import { planBatches } from '#app/plan/core/plan-batches.server.ts'
import { isHiddenFrom } from '#app/plan/core/cut-rows.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { type Sight, sideOf, sightOf } from '#app/policy/policy.ts'
import { notFound } from '#app/runner/refusal.ts'
import { type CalendarDay, type CalendarPlan, findCalendarDays, taskDay } from './calendar-days.ts'
import { calendarDayWords } from './calendar-day-words.ts'
import { findFeedReader } from './calendar-feed.server.ts'
import { type PlanVersion, daysAsCalendar } from './days-as-calendar.ts'

type Asked = Pick<Parts, 'reads' | 'clock' | 'computations' | 'environment'>

/** @returns the calendar that an address opens, as its reader may see it now; undefined for an address that opens none */
export async function getFeed(parts: Asked, token: string): Promise<string | undefined> {
  const { reads, clock, computations, environment } = parts
  const asked = readLink(token)
  if (!asked) return undefined
  const { workspaceId } = asked
  const found = await reads.in(workspaceId, async (trx) => {
    const id = await findFeedReader(trx, asked)
    return id === undefined ? undefined : findReader(trx, workspaceId, id)
  })
  if (!found) return undefined
  const { id, sights, workspace } = found
  const planIds = [...sights.keys()]
  const days: CalendarDay[] = []
  for (const some of await planBatches(reads, workspaceId, planIds)) {
    const plans = await reads.in(workspaceId, (trx) => loadPlans(trx, workspaceId, some))
    const shown = plans.map((rows): CalendarPlan => {
      const sight = sights.get(rows.plan.id) ?? 'shared'
      const other = sight === 'vendor' ? rows.plan.account : workspace
      return { rows, today: todayIn(rows.plan.timeZone, clock.now()), reader: { id, sight }, other }
    })
    days.push(...(await computations.run('people', findCalendarDays, shown)))
  }
  const versions = await reads.in(workspaceId, (trx) => listVersions(trx, workspaceId, planIds))
  return daysAsCalendar(days, {
    name: calendarDayWords.ownCalendar,
    appUrl: environment.appUrl,
    versionOf: (planId) => versions.get(planId) ?? unchanged,
  })
}

/** One task as a file for a calendar. @throws Refusal 404 for a task that its reader may not know of */
export async function getTaskFile(
  { reads, clock, environment }: Asked,
  { actor, standings, planId, workspace }: PlanReader & { planId: string; workspace: { name: string } },
  taskId: string,
): Promise<string> {
  const { workspaceId } = actor
  const [rows, versions] = await reads.in(workspaceId, (trx) =>
    Promise.all([loadPlan(trx, workspaceId, planId), listVersions(trx, workspaceId, [planId])]),
  )
  const task = rows?.tasks.find(({ id }) => id === taskId)
  if (!rows || !task || isHiddenFrom(task, sightOf(standings))) throw notFound()
  const other = sideOf(actor) === 'vendor' ? rows.plan.account : workspace.name
  const file = taskDay({ rows, today: todayIn(rows.plan.timeZone, clock.now()), other }, taskId)
  return daysAsCalendar([file], {
    name: rows.plan.project,
    appUrl: environment.appUrl,
    versionOf: () => versions.get(planId) ?? unchanged,
  })
}

/** Of a plan without any activity. */
const unchanged: PlanVersion = { number: 0, at: new Date(0) }

type Reader = { id: string; workspace: string; sights: Map<string, Sight> }

/** Someone who still has access, with their plans and what they see of each: a participant's own, and those that a member works on. */
async function findReader(trx: WorkspaceReading, workspaceId: string, id: string): Promise<Reader | undefined> {
  const [{ name: workspace }, member, seats] = await Promise.all([
    trx.selectFrom('workspace').select('name').where('workspaceId', '=', workspaceId).executeTakeFirstOrThrow(),
    trx
      .selectFrom('member')
      .select('id')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', id)
      .where('removedAt', 'is', null)
      .executeTakeFirst(),
    trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .select(['planId', 'acceptedAt'])
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.participantId', '=', id)
      .where('planParticipant.removedAt', 'is', null)
      .where('plan.archivedAt', 'is', null)
      .execute(),
  ])
  if (member) {
    const planIds = await listPlansOfMember(trx, workspaceId, id)
    return { id, workspace, sights: new Map(planIds.map((planId) => [planId, 'vendor'])) }
  }
  if (seats.length === 0) return undefined
  const sights = seats.map(({ planId, acceptedAt }) => [planId, acceptedAt ? 'customer' : 'shared'] as const)
  return { id, workspace, sights: new Map(sights) }
}

/** The open plans that a member leads, is on the team of, or has an open task on. */
async function listPlansOfMember(trx: WorkspaceReading, workspaceId: string, memberId: string): Promise<string[]> {
  const plans = await trx
    .selectFrom('plan')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('archivedAt', 'is', null)
    .where('state', 'not in', ['won', 'lost'])
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('leadId', '=', memberId),
        eb(
          'id',
          'in',
          selectFrom('planTeam')
            .select('planId')
            .where('workspaceId', '=', workspaceId)
            .where('memberId', '=', memberId),
        ),
        eb(
          'id',
          'in',
          selectFrom('task')
            .select('planId')
            .where('workspaceId', '=', workspaceId)
            .where('ownerMemberId', '=', memberId)
            .where('doneOn', 'is', null),
        ),
      ]),
    )
    .execute()
  return plans.map(({ id }) => id)
}

async function listVersions(
  trx: WorkspaceReading,
  workspaceId: string,
  planIds: readonly string[],
): Promise<Map<string, PlanVersion>> {
  if (planIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('activityCounter')
    .innerJoin('activity', (join) =>
      join
        .onRef('activity.workspaceId', '=', 'activityCounter.workspaceId')
        .onRef('activity.scope', '=', 'activityCounter.scope')
        .onRef('activity.scopeId', '=', 'activityCounter.scopeId')
        .onRef('activity.number', '=', 'activityCounter.lastNumber'),
    )
    .select(['activityCounter.scopeId', 'activity.number', 'activity.at'])
    .where('activityCounter.workspaceId', '=', workspaceId)
    .where('activityCounter.scope', '=', 'plan')
    .where('activityCounter.scopeId', 'in', planIds)
    .execute()
  return new Map(rows.map(({ scopeId, number, at }) => [scopeId, { number, at }]))
}
