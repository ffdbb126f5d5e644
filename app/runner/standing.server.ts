import { expressionBuilder } from 'kysely'
import { keptQuery } from '#db/kept-query.ts'
import type { WorkspaceReading } from '#db/reading.ts'
import type { DB } from '#db/schema.ts'
import type { PlanEnd } from './plan-end.ts'
import {
  type Actor,
  type PersonActor,
  type CommandName,
  type Reader,
  type Scope,
  type Standing,
  commandRuleOf,
} from '#app/policy/policy.ts'
import { consentIsOf } from './consent-is-of.server.ts'
import { closedStandings, standingsOfMember, standingsOfSeat, standingsOfSeatNow } from '#app/policy/standings.ts'
import { type ParticipantRole, storedRoles } from '#app/policy/roles.ts'

/**
 * What the actor is where a command is given; empty means that they may not know of the place. Roles and seats are read from the
 * database each time, never taken from the session, since the runner asks again when it holds the row.
 */
export async function standingsIn(
  trx: WorkspaceReading,
  { name, scope }: { name: CommandName; scope: Scope },
  actor: Actor,
  scopeId: string,
): Promise<Set<Standing>> {
  if (scope === 'plan') {
    const standings = await standingsOnPlan(trx, actor, scopeId)
    return new Set([...standings, ...(await standingsOnceClosed(trx, actor, scopeId, commandRuleOf(name).who))])
  }
  if (scopeId !== actor.workspaceId) return new Set()
  if (actor.kind === 'link') return new Set(['link holder'])
  if (actor.kind !== 'member') return new Set()
  const member = await trx
    .selectFrom('member')
    .select('roles')
    .where('workspaceId', '=', actor.workspaceId)
    .where('id', '=', actor.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return member ? standingsOfMember(storedRoles(member.roles)) : new Set()
}

/**
 * What the actor is in respect of a plan; empty means that they may not know of it. Row-level security has already cut away
 * other workspaces, the explicit workspace keeps the index in use.
 */
export async function standingsOnPlan(trx: WorkspaceReading, actor: Actor, planId: string): Promise<Set<Standing>> {
  if (actor.kind === 'api-key') return new Set()
  if (actor.kind === 'link') return new Set(['link holder'])
  return (await findPlanAccess(trx, actor, planId))?.standings ?? new Set()
}

/**
 * A plan as far as rights and open pages ask: how far it has come to its end, the number of its latest change, 0 before the first, and its
 * project, which the tab of each of its pages names.
 */
export type PlanNow = PlanEnd & { number: number; project: string }

export type PlanAccess = {
  standings: Set<Standing>
  plan: PlanNow
  /** What the plan knows a participant by, and whether they have opened it before. */
  seat: { name: string; joined: boolean } | null
}

/** All that a guard asks about a person and a plan, in one query; undefined where they may not know of it. */
export async function findPlanAccess(
  trx: WorkspaceReading,
  actor: PersonActor,
  planId: string,
): Promise<PlanAccess | undefined> {
  const asked = { workspaceId: actor.workspaceId, planId, personId: actor.id }
  if (actor.kind === 'member') {
    const [plan] = await planOfMember(trx, asked)
    if (!plan) return undefined
    const standings = standingsOfMember(storedRoles(plan.roles))
    if (plan.leadId === actor.id) standings.add('lead')
    if (plan.inTeam) standings.add('team')
    return { standings, plan: planNow(plan), seat: null }
  }
  const [seat] = await seatOnPlan(trx, asked)
  if (!seat) return undefined
  return {
    // The database's check holds what the column can say.
    standings: standingsOfSeat({ ...seat, role: seat.role as ParticipantRole }),
    plan: planNow(seat),
    seat: { name: seat.name, joined: seat.joinedAt !== null },
  }
}

const example = { workspaceId: 'a workspace', planId: 'a plan', personId: 'a person' }

const planOfMember = keptQuery(
  (db, { workspaceId, planId, personId }) =>
    db
      .selectFrom('plan')
      .innerJoin('member', 'member.workspaceId', 'plan.workspaceId')
      .select(['plan.state', 'plan.archivedAt', 'plan.project', lastNumberIn(workspaceId)])
      .select(({ exists, selectFrom }) => [
        'plan.leadId',
        'member.roles',
        exists(
          selectFrom('planTeam')
            .select('memberId')
            .where('planTeam.workspaceId', '=', workspaceId)
            .where('planTeam.planId', '=', planId)
            .where('planTeam.memberId', '=', personId),
        ).as('inTeam'),
      ])
      .where('plan.workspaceId', '=', workspaceId)
      .where('plan.id', '=', planId)
      .where('member.id', '=', personId)
      .where('member.removedAt', 'is', null),
  example,
)

const seatOnPlan = keptQuery(
  (db, { workspaceId, planId, personId }) =>
    db
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.id', '=', 'planParticipant.planId')
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId'),
      )
      .select(['role', 'mayConfirm', 'acceptedAt', 'planParticipant.name', 'joinedAt'])
      .select(['plan.state', 'plan.archivedAt', 'plan.project', lastNumberIn(workspaceId)])
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.planId', '=', planId)
      .where('planParticipant.participantId', '=', personId)
      .where('planParticipant.removedAt', 'is', null)
      .where('plan.archivedAt', 'is', null),
  example,
)

const lastNumberIn = (workspaceId: string) =>
  expressionBuilder<DB, 'plan'>()
    .selectFrom('activityCounter')
    .select('lastNumber')
    .where('activityCounter.workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .whereRef('scopeId', '=', 'plan.id')
    .as('lastNumber')

type Found = PlanEnd & { project: string; lastNumber: number | string | null }

const planNow = ({ state, archivedAt, project, lastNumber }: Found): PlanNow => ({
  state,
  archivedAt,
  project,
  number: Number(lastNumber ?? 0),
})

/**
 * The same for a page that names what someone is on a plan that is closed to them: who gave a consent and left, the champion of a won one that is
 * archived, and everyone who was on it. Separate from `findPlanAccess`, so that everything else stays closed.
 * @param who the standings that the line of the policy names
 */
export async function findAccessOnceClosed(
  trx: WorkspaceReading,
  actor: PersonActor,
  planId: string,
  who: readonly Reader[],
): Promise<PlanAccess | undefined> {
  const access = await findPlanAccess(trx, actor, planId)
  const closed = await findClosedSeat(trx, actor, planId, who)
  if (!access) return closed
  return closed ? { ...access, standings: new Set([...access.standings, ...closed.standings]) } : access
}

async function findClosedSeat(
  trx: WorkspaceReading,
  actor: Actor,
  planId: string,
  who: readonly Reader[],
): Promise<PlanAccess | undefined> {
  const named = closedStandings.filter((standing) => who.includes(standing))
  if (actor.kind !== 'participant' || named.length === 0) return undefined
  const found = await trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.id', '=', 'planParticipant.planId')
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId'),
    )
    .select(['role', 'mayConfirm', 'acceptedAt', 'joinedAt', 'planParticipant.removedAt'])
    .select(consentIsOf(actor.workspaceId, actor.id).as('gaveConsent'))
    .select(['plan.state', 'plan.archivedAt', 'plan.project', lastNumberIn(actor.workspaceId)])
    .where('planParticipant.workspaceId', '=', actor.workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', actor.id)
    .executeTakeFirst()
  if (!found) return undefined
  // The database's check holds what the column can say.
  const now = standingsOfSeatNow({ ...found, role: found.role as ParticipantRole })
  const standings = new Set(named.filter((standing) => now.has(standing)))
  return standings.size > 0 ? { standings, plan: planNow(found), seat: null } : undefined
}

/** What someone is on a plan that is closed to them, as far as a line of the policy names it; empty where it names nothing of it. */
export const standingsOnceClosed = async (
  trx: WorkspaceReading,
  actor: Actor,
  planId: string,
  who: readonly Reader[],
): Promise<Set<Standing>> => (await findClosedSeat(trx, actor, planId, who))?.standings ?? new Set()
