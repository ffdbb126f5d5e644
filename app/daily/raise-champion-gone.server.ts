import { type SqlBool, sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { inWorkspace } from '#db/workspace.ts'
import { type GoneReason, endChampionGone, noteChampionGone } from '#app/access/participants/champion-gone.server.ts'
import { listSeats } from '#app/access/participants/seats.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { planLinks } from '#app/kit/paths.ts'
import { writeNotice } from '#app/outbox/outbox.server.ts'
import { listPlansToLookAt, listWaiting } from '#app/plan/page/waiting-queries.server.ts'
import { fromHour } from './is-time-for-email.ts'

/** How many days a champion with a task due is silent before others are asked who leads. */
const silentDays = 21

type Candidate = { planId: string; leadId: string; participantId: string; champion: string; bounced: boolean }

/**
 * Asks the lead and the other participants who leads, with their email of the day, where emails to the champion come back, or the champion has not
 * looked at the plan or changed it for three weeks, by the days of the plan, while a task of theirs is due. The question ends once the champion is back. Safe to run at any time.
 */
export async function raiseChampionGone(parts: Parts, workspaceId: string): Promise<void> {
  const now = parts.clock.now()
  const candidates = await inWorkspace(parts.db, workspaceId, async (trx) => {
    await endAnswered(trx, workspaceId)
    const found = await listCandidates(trx, workspaceId, now)
    // What is due changes with the day and with the plan, as for the email of the day.
    const looks = found.every(({ bounced }) => bounced)
      ? []
      : await listPlansToLookAt(trx, workspaceId, { now, fromHour })
    return found.filter((it) => it.bounced || looks.some(({ planId }) => planId === it.planId))
  })
  const silent = candidates.filter(({ bounced }) => !bounced).map(({ planId }) => planId)
  const { waiting } = await listWaiting(parts, workspaceId, silent, { now })
  const hasDueTask = ({ planId, participantId }: Candidate) =>
    waiting.some(
      (it) => it.planId === planId && it.person.id === participantId && it.tasks.some(({ why }) => why !== 'next'),
    )
  for (const candidate of candidates) {
    if (!candidate.bounced && !hasDueTask(candidate)) continue
    await inWorkspace(parts.db, workspaceId, (trx) => raise(parts, trx, workspaceId, candidate, now))
  }
}

/** When the champion was last seen: a look at the plan, or a change to it. */
const lastSeen = (workspaceId: string) => sql<Date>`greatest(
  plan_participant.joined_at,
  (select max(visit.seen_at) from plan_visit as visit
    where visit.workspace_id = ${workspaceId} and visit.plan_id = plan.id and visit.reader_id = plan_participant.participant_id),
  (select max(activity.at) from activity
    where activity.workspace_id = ${workspaceId} and activity.scope = 'plan' and activity.scope_id = plan.id
      and activity.actor_id = plan_participant.participant_id::text)
)`

/** Whole days lie between the day of the plan on which they were last seen and its today. */
const isSilent = (workspaceId: string, now: Date) => sql<boolean>`
  (${now}::timestamptz at time zone plan.time_zone)::date - (${lastSeen(workspaceId)} at time zone plan.time_zone)::date >= ${silentDays}`

/** Nothing is due on a draft, nor after the win. */
const isWorkedOn = sql<boolean>`plan.state in ('agreed', 'under way')`

const isBounced = (workspaceId: string) => sql<boolean>`exists (
  select from blocked_address as blocked
  where blocked.workspace_id = ${workspaceId} and blocked.address = participant.email and blocked.reason = 'bounced'
)`

const championsOf = (trx: WorkspaceTransaction, workspaceId: string) =>
  trx
    .selectFrom('plan')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'plan.workspaceId')
        .onRef('planParticipant.planId', '=', 'plan.id')
        .on('planParticipant.role', '=', 'champion')
        .on('planParticipant.removedAt', 'is', null),
    )
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .leftJoin('championGone', (join) =>
      join.onRef('championGone.workspaceId', '=', 'plan.workspaceId').onRef('championGone.planId', '=', 'plan.id'),
    )
    .where('plan.workspaceId', '=', workspaceId)

const listCandidates = (trx: WorkspaceTransaction, workspaceId: string, now: Date): Promise<Candidate[]> =>
  championsOf(trx, workspaceId)
    .select(['plan.id as planId', 'plan.leadId', 'participant.id as participantId'])
    .select(['planParticipant.name as champion', isBounced(workspaceId).as('bounced')])
    .where('plan.archivedAt', 'is', null)
    .where('plan.state', '<>', 'lost')
    .where('planParticipant.joinedAt', 'is not', null)
    .where('championGone.planId', 'is', null)
    .where(sql<SqlBool>`(${isBounced(workspaceId)} or (${isWorkedOn} and ${isSilent(workspaceId, now)}))`)
    .orderBy('plan.id')
    .execute()

/** Ends the question where another is champion, the champion was there since it was raised and can be reached, or nothing is due any longer. */
async function endAnswered(trx: WorkspaceTransaction, workspaceId: string): Promise<void> {
  const answered = await championsOf(trx, workspaceId)
    .select('plan.id as planId')
    .where('championGone.planId', 'is not', null)
    .where(
      sql<SqlBool>`(champion_gone.participant_id <> plan_participant.participant_id
        or (${lastSeen(workspaceId)} > champion_gone.raised_at and not ${isBounced(workspaceId)})
        or (champion_gone.why = 'bounced' and not ${isBounced(workspaceId)})
        or (champion_gone.why = 'silent' and not ${isWorkedOn}))`,
    )
    .execute()
  for (const { planId } of answered) await endChampionGone(trx, { workspaceId, planId })
}

async function raise(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { planId, leadId, participantId, champion, bounced }: Candidate,
  now: Date,
): Promise<void> {
  const why: GoneReason = bounced ? 'bounced' : 'silent'
  if (!(await noteChampionGone(trx, { workspaceId, planId, participantId, why, raisedAt: now }))) return
  const tell = { kind: 'champion-gone' as const, facts: { champion, why }, planId }
  const lead = await trx
    .selectFrom('member')
    .select(['id', 'email'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', leadId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (lead)
    await writeNotice(
      parts,
      trx,
      workspaceId,
      { ...tell, to: { memberId: lead.id, address: lead.email }, link: { path: planLinks(planId).invite } },
      now,
    )
  for (const seat of await listSeats(trx, workspaceId, planId))
    if (seat.participantId !== participantId && seat.acceptedAt)
      await writeNotice(
        parts,
        trx,
        workspaceId,
        {
          ...tell,
          to: { participantId: seat.participantId, address: seat.email },
          link: { kind: 'return', planId },
        },
        now,
      )
}
