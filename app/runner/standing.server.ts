import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { PlanEnd } from './plan-end.ts'
import {
  type Actor,
  type CommandName,
  type MemberRole,
  type ParticipantRole,
  type Scope,
  type Standing,
  ruleOf,
  standingsOfMember,
  standingsOfSeat,
} from '#app/policy/policy.ts'

/**
 * What the actor is where a command is given; empty means that they may not know of the place. Roles and seats are read from the
 * database each time, never taken from the session, since the runner asks again when it holds the row.
 */
export async function standingsIn(
  trx: WorkspaceTransaction,
  { name, scope }: { name: CommandName; scope: Scope },
  actor: Actor,
  scopeId: string,
): Promise<Set<Standing>> {
  if (scope === 'plan') {
    const standings = await standingsOnPlan(trx, actor, scopeId)
    const archiveToo = standings.size === 0 && ruleOf(name).who.includes('consenter')
    return archiveToo ? standingsInArchive(trx, actor, scopeId) : standings
  }
  if (actor.kind === 'job') return new Set(['job'])
  if (actor.kind !== 'member' || (scope === 'workspace' && scopeId !== actor.workspaceId)) return new Set()
  const member = await trx
    .selectFrom('member')
    .select('roles')
    .where('workspaceId', '=', actor.workspaceId)
    .where('id', '=', actor.id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return member ? standingsOfMember(rolesIn(member)) : new Set()
}

/** Commands write roles of the list alone. */
const rolesIn = ({ roles }: { roles: string[] }) => roles as MemberRole[]

/**
 * What the actor is in respect of a plan; empty means that they may not know of it. Row-level security has already cut away
 * other workspaces, the explicit workspace keeps the index in use.
 */
export async function standingsOnPlan(trx: WorkspaceTransaction, actor: Actor, planId: string): Promise<Set<Standing>> {
  if (actor.kind === 'job') return new Set(['job'])
  if (actor.kind === 'api-key') return new Set()
  if (actor.kind === 'link') return new Set(['link holder'])
  if (actor.kind === 'member') {
    const plan = await trx
      .selectFrom('plan')
      .innerJoin('member', 'member.workspaceId', 'plan.workspaceId')
      .select(({ exists, selectFrom }) => [
        'plan.leadId',
        'member.roles',
        exists(
          selectFrom('planTeam')
            .select('memberId')
            .where('planTeam.workspaceId', '=', actor.workspaceId)
            .where('planTeam.planId', '=', planId)
            .where('planTeam.memberId', '=', actor.id),
        ).as('inTeam'),
      ])
      .where('plan.workspaceId', '=', actor.workspaceId)
      .where('plan.id', '=', planId)
      .where('member.id', '=', actor.id)
      .where('member.removedAt', 'is', null)
      .executeTakeFirst()
    if (!plan) return new Set()
    const standings = standingsOfMember(rolesIn(plan))
    if (plan.leadId === actor.id) standings.add('lead')
    if (plan.inTeam) standings.add('team')
    return standings
  }
  const seat = await trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.id', '=', 'planParticipant.planId')
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId'),
    )
    .select(['role', 'mayConfirm', 'acceptedAt'])
    .where('planParticipant.workspaceId', '=', actor.workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', actor.id)
    .where('planParticipant.removedAt', 'is', null)
    .where('plan.archivedAt', 'is', null)
    .executeTakeFirst()
  // The database's check holds what the column can say.
  return seat ? standingsOfSeat({ ...seat, role: seat.role as ParticipantRole }) : new Set()
}

/**
 * What a participant still is on a plan that is archived: the champion of a won one may take a consent to a reference back, at any
 * time. Apart from `standingsOnPlan`, so that whatever asks that one stays shut.
 */
export async function standingsInArchive(
  trx: WorkspaceTransaction,
  actor: Actor,
  planId: string,
): Promise<Set<Standing>> {
  if (actor.kind !== 'participant') return new Set()
  const seat = await trx
    .selectFrom('planParticipant')
    .innerJoin('plan', (join) =>
      join
        .onRef('plan.id', '=', 'planParticipant.planId')
        .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId'),
    )
    .select('plan.id')
    .where('planParticipant.workspaceId', '=', actor.workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', actor.id)
    .where('planParticipant.removedAt', 'is', null)
    .where('planParticipant.role', '=', 'champion')
    .where('plan.state', '=', 'won')
    .where('plan.archivedAt', 'is not', null)
    .executeTakeFirst()
  return new Set(seat ? ['consenter'] : [])
}

/** How far a plan has come to its end, for the buttons of its pages. */
export const findPlanEnd = (trx: WorkspaceTransaction, workspaceId: string, planId: string): Promise<PlanEnd> =>
  trx
    .selectFrom('plan')
    .select(['state', 'archivedAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
