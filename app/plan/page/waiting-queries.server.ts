import { type SqlBool, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { FoundStanding } from '../slips/find-plan-news.server.ts'
import { type PlanStanding, type RememberedStanding, rememberedStanding } from '../slips/plan-standing.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { planBatches } from '../core/plan-batches.server.ts'
import { type StoredRows, loadPlan, loadPlans } from '../core/plan-rows.server.ts'
import { type FirstTask, type OwnedTask, type WaitingTask, findWaitingTasks, firstTaskOf } from './waiting-tasks.ts'

/** What waits for one person on one plan; never empty, and nothing that the other side keeps to itself. */
export type WaitingForPerson = {
  person: { kind: 'member' | 'participant'; id: string }
  planId: string
  tasks: WaitingTask[]
}

/** A plan, and what is remembered of a look at it: when it was, its day there, the number of its latest change, and how it stood. */
export type PlanLook = { planId: string; at: Date; on: IsoDate; number: number; standing: RememberedStanding | null }

const openPlans = (trx: WorkspaceReading, workspaceId: string) =>
  trx
    .selectFrom('plan')
    .where('plan.workspaceId', '=', workspaceId)
    .where('plan.archivedAt', 'is', null)
    .where('plan.state', 'not in', ['won', 'lost'])

/**
 * The plans in which something may have started to wait for someone: those that changed since the last look, and those for one of whose
 * people the hour of the day's email has begun since. What waits follows from a plan's rows and the day alone.
 * @param fromHour of the day, in the time zone of each reader
 */
export async function listPlansToLookAt(
  trx: WorkspaceTransaction,
  workspaceId: string,
  { now, fromHour }: { now: Date; fromHour: number },
): Promise<PlanLook[]> {
  const on = sql<IsoDate>`(${now}::timestamptz at time zone plan.time_zone)::date`
  const number = sql<number>`coalesce(activity_counter.last_number, 0)`
  /** When the hour began today where a zone is, which may still be to come. */
  const morning = (zone: ReturnType<typeof sql>) =>
    sql`((date_trunc('day', ${now}::timestamptz at time zone ${zone}) + make_interval(hours => ${fromHour})) at time zone ${zone})`
  const ownMorning = morning(sql`plan.time_zone`)
  // Of all other zones the latest morning says whether one has begun since; it is asked for once, not for each plan.
  const latestMorning = sql`(
    select max(reader.at) from (
      select ${morning(sql`zone`)} as at from (
        select time_zone as zone from workspace where workspace.workspace_id = ${workspaceId}
        union select time_zone from email_choice
          where email_choice.workspace_id = ${workspaceId} and email_choice.time_zone is not null
      ) as zones
    ) as reader
    where reader.at <= ${now}::timestamptz
  )`
  const otherMorning = morning(sql`other.time_zone`)
  // Who is on several plans may read where another of them is.
  const ofOtherPlan = sql`exists (
    select from plan_participant as seat
    join plan_participant as elsewhere on elsewhere.workspace_id = seat.workspace_id
      and elsewhere.participant_id = seat.participant_id and elsewhere.removed_at is null
    join plan as other on other.workspace_id = elsewhere.workspace_id and other.id = elsewhere.plan_id
      and other.archived_at is null and other.time_zone <> plan.time_zone
    where seat.workspace_id = ${workspaceId} and seat.plan_id = plan.id and seat.removed_at is null
      and ${otherMorning} <= ${now}::timestamptz and ${otherMorning} > plan_look.looked_at
  )`
  const hasBegun = sql<SqlBool>`(
    (${ownMorning} <= ${now}::timestamptz and ${ownMorning} > plan_look.looked_at)
    or ${latestMorning} > plan_look.looked_at
    or ${ofOtherPlan}
  )`
  const rows = await openPlans(trx, workspaceId)
    .leftJoin('activityCounter', (join) =>
      join
        .onRef('activityCounter.workspaceId', '=', 'plan.workspaceId')
        .on('activityCounter.scope', '=', 'plan')
        .onRef('activityCounter.scopeId', '=', 'plan.id'),
    )
    .leftJoin('planLook', (join) =>
      join.onRef('planLook.workspaceId', '=', 'plan.workspaceId').onRef('planLook.planId', '=', 'plan.id'),
    )
    .select(['plan.id as planId', on.as('on'), number.as('number'), 'planLook.standing'])
    .where(({ or, eb }) => or([eb('planLook.lookedAt', 'is', null), eb('planLook.number', '<>', number), hasBegun]))
    .orderBy('plan.id')
    .execute()
  return rows.map((row) => ({ ...row, at: now, standing: readStanding(row.standing) }))
}

/** What another version of the program has kept counts as nothing: the next look is then the first. */
const readStanding = (stored: unknown): RememberedStanding | null => rememberedStanding.safeParse(stored).data ?? null

/** Those of some looks whose plan no other look has been at since they began. */
export async function stillLastLooks(
  trx: WorkspaceReading,
  workspaceId: string,
  looks: readonly PlanLook[],
): Promise<Set<string>> {
  if (looks.length === 0) return new Set()
  const kept = await trx
    .selectFrom('planLook')
    .select(['planId', 'standing'])
    .where('workspaceId', '=', workspaceId)
    .where(
      'planId',
      'in',
      looks.map(({ planId }) => planId),
    )
    .execute()
  const standingNow = new Map(kept.map(({ planId, standing }) => [planId, JSON.stringify(readStanding(standing))]))
  return new Set(
    looks
      .filter(({ planId, standing }) => (standingNow.get(planId) ?? 'null') === JSON.stringify(standing))
      .map(({ planId }) => planId),
  )
}

/** Remembers that plans were looked at, and how they stood. */
export async function noteLooks(
  trx: WorkspaceTransaction,
  workspaceId: string,
  looks: readonly PlanLook[],
  remember: ReadonlyMap<string, RememberedStanding>,
): Promise<void> {
  for (const some of chunks(looks, 1_000))
    await trx
      .insertInto('planLook')
      .values(
        some.map(({ planId, at, on, number, standing }) => ({
          ...{ workspaceId, planId, lookedAt: at, lookedOn: on, number },
          standing: JSON.stringify(remember.get(planId) ?? standing),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['workspaceId', 'planId']).doUpdateSet(({ ref }) => ({
          lookedAt: ref('excluded.lookedAt'),
          lookedOn: ref('excluded.lookedOn'),
          number: ref('excluded.number'),
          standing: ref('excluded.standing'),
        })),
      )
      .execute()
}

/** The open plans on which one of these people owns an unfinished task. */
export async function listPlansOfOwners(
  trx: WorkspaceReading,
  workspaceId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await openPlans(trx, workspaceId)
    .innerJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'plan.workspaceId').onRef('task.planId', '=', 'plan.id'),
    )
    .select('plan.id')
    .distinct()
    .where('task.doneOn', 'is', null)
    .where(({ or, eb }) => or([eb('ownerMemberId', 'in', personIds), eb('ownerParticipantId', 'in', personIds)]))
    .execute()
  return rows.map(({ id }) => id)
}

type WhatToLookFor = {
  now: Date
  asked?: readonly string[]
  remembered?: ReadonlyMap<string, RememberedStanding>
}

/**
 * Every task of these plans that waits for someone today, by person and plan, and how each plan stands. Read some plans at a time, each in a short transaction,
 * and computed beside the event loop.
 * @param asked tasks whose day is wanted, too, whether or not they wait
 * @param remembered of the last look at them, by plan
 */
export async function listWaiting(
  { reads, computations }: Pick<Parts, 'reads' | 'computations'>,
  workspaceId: string,
  planIds: readonly string[],
  { now, asked = [], remembered }: WhatToLookFor,
): Promise<{ waiting: WaitingForPerson[]; standings: FoundStanding[]; dueDays: Map<string, IsoDate> }> {
  const waiting: WaitingForPerson[] = []
  const standings: FoundStanding[] = []
  const dueDays = new Map<string, IsoDate>()
  for (const some of await planBatches(reads, workspaceId, planIds)) {
    const { plans, seesOwnSide } = await reads.in(workspaceId, async (trx) => ({
      plans: await loadPlans(trx, workspaceId, some),
      seesOwnSide: await listAccepted(trx, workspaceId, some),
    }))
    const days = plans.map((rows) => {
      const today = todayIn(rows.plan.timeZone, now)
      const last = remembered?.get(rows.plan.id)
      return { rows, today, lookedOn: last && last.late.length > 0 ? last.on : today, asked }
    })
    const found = await computations.run('jobs', findWaitingTasks, days)
    waiting.push(...plans.flatMap((rows, at) => byOwner(rows, found[at]?.waiting ?? [], seesOwnSide)))
    for (const [id, dueOn] of found.flatMap((it) => it.dueDays)) dueDays.set(id, dueOn)
    standings.push(...days.flatMap(({ rows, today }, at) => foundStanding(rows, today, found[at])))
  }
  return { waiting, standings, dueDays }
}

const noStanding = { standing: null, then: null }
type Stands = { standing: PlanStanding | null; then: PlanStanding | null }

function foundStanding(rows: StoredRows, today: IsoDate, { standing, then }: Stands = noStanding): FoundStanding[] {
  if (!standing || !then) return []
  const { id: planId, state } = rows.plan
  const gates = new Map(rows.milestones.filter(({ isGate }) => isGate).map(({ id, title }) => [id, title]))
  return [{ planId, standing, then, state, today, gates }]
}

type SeesOwnSide = (planId: string, participantId: string) => boolean

/** What waits for each owner, without what the other side keeps to itself. */
function byOwner(rows: StoredRows, tasks: readonly OwnedTask[], seesOwnSide: SeesOwnSide): WaitingForPerson[] {
  const byPerson = new Map<string, WaitingForPerson>()
  for (const { owner, privateTo, task } of tasks) {
    if (owner.kind === 'placeholder' || owner.id === null) continue
    const sight = owner.kind === 'member' ? 'vendor' : seesOwnSide(rows.plan.id, owner.id) ? 'customer' : 'shared'
    if (isHiddenFrom({ privateTo }, sight)) continue
    const key = `${owner.kind} ${owner.id}`
    const entry = byPerson.get(key) ?? { person: { kind: owner.kind, id: owner.id }, planId: rows.plan.id, tasks: [] }
    entry.tasks.push(task)
    byPerson.set(key, entry)
  }
  return [...byPerson.values()]
}

function* chunks<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

/** Which participants see what their side keeps to itself, by plan. */
async function listAccepted(
  trx: WorkspaceReading,
  workspaceId: string,
  planIds: readonly string[],
): Promise<SeesOwnSide> {
  const seats = await trx
    .selectFrom('planParticipant')
    .select(['planId', 'participantId'])
    .where('workspaceId', '=', workspaceId)
    .where('planId', 'in', planIds)
    .where('acceptedAt', 'is not', null)
    .where('removedAt', 'is', null)
    .execute()
  const accepted = new Set(seats.map(({ planId, participantId }) => `${planId} ${participantId}`))
  return (planId, participantId) => accepted.has(`${planId} ${participantId}`)
}

/** The task to name in an invitation, as the plan stands now; null where none waits, or the seat is gone. */
export async function findFirstTask(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: { workspaceId: string; planId: string; participantId: string },
  now: Date,
): Promise<FirstTask | null> {
  const seat = await trx
    .selectFrom('planParticipant')
    .select(['participantId as id', 'name', 'role', 'acceptedAt'])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', participantId)
    .where('planParticipant.removedAt', 'is', null)
    .executeTakeFirst()
  const rows = seat && (await loadPlan(trx, workspaceId, planId))
  if (!seat || !rows) return null
  const sight = seat.acceptedAt ? 'customer' : 'shared'
  return firstTaskOf(rows, todayIn(rows.plan.timeZone, now), { ...seat, sight })
}
