import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type Actor, type Standing, standingsOfMember } from '#app/access/policy.ts'

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
      .select(({ exists, selectFrom }) => [
        'leadId',
        exists(
          selectFrom('planTeam')
            .select('memberId')
            .where('planTeam.workspaceId', '=', actor.workspaceId)
            .where('planTeam.planId', '=', planId)
            .where('planTeam.memberId', '=', actor.id),
        ).as('inTeam'),
      ])
      .where('workspaceId', '=', actor.workspaceId)
      .where('id', '=', planId)
      .executeTakeFirst()
    if (!plan) return new Set()
    const standings = standingsOfMember(actor.roles)
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
    .select(['role', 'mayConfirm'])
    .where('planParticipant.workspaceId', '=', actor.workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.participantId', '=', actor.id)
    .where('planParticipant.removedAt', 'is', null)
    .where('plan.archivedAt', 'is', null)
    .executeTakeFirst()
  if (!seat) return new Set()
  const standings = new Set<Standing>([seat.role as Standing])
  if (seat.mayConfirm) standings.add('confirmer')
  return standings
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
