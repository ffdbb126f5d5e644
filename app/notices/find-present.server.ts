import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { Sight } from '#app/policy/policy.ts'

/** A person who still has access. */
export type PresentPerson = {
  name: string
  address: string
  /**
   * Whether they may read a plan now, and already could at that moment: a person who was removed and added again does not get
   * older news.
   */
  reads(planId: string | null, at: Date): boolean
  /** Whose internal parts of a plan they read now; undefined where they read none of it. */
  sightOn(planId: string): Sight | undefined
}

type Ids = { kind: 'member' | 'participant'; id: string }

/**
 * The people who still have access, by id: members who were not removed, participants on a plan. Two queries, however many
 * people.
 */
export async function findPresent(
  trx: WorkspaceTransaction,
  workspaceId: string,
  people: readonly Ids[],
): Promise<Map<string, PresentPerson>> {
  const idsOf = (kind: Ids['kind']) => people.filter((it) => it.kind === kind).map(({ id }) => id)
  const [memberIds, participantIds] = [idsOf('member'), idsOf('participant')]
  const present = new Map<string, PresentPerson>()
  if (memberIds.length > 0) {
    const members = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email as address'])
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', memberIds)
      .where('removedAt', 'is', null)
      .execute()
    for (const { id, ...member } of members) present.set(id, { ...member, reads: () => true, sightOn: () => 'vendor' })
  }
  if (participantIds.length > 0) {
    const seats = await trx
      .selectFrom('planParticipant')
      .innerJoin('plan', (join) =>
        join
          .onRef('plan.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('plan.id', '=', 'planParticipant.planId'),
      )
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .select(['participant.id', 'planParticipant.name', 'participant.email as address', 'planId', 'invitedAt'])
      .select('acceptedAt')
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.participantId', 'in', participantIds)
      .where('planParticipant.removedAt', 'is', null)
      .where('plan.archivedAt', 'is', null)
      .execute()
    for (const { id, name, address } of seats) {
      const own = seats.filter((seat) => seat.id === id)
      const reads: PresentPerson['reads'] = (planId, at) =>
        planId === null || own.some((seat) => seat.planId === planId && seat.invitedAt <= at)
      const sightOn: PresentPerson['sightOn'] = (planId) => {
        const seat = own.find((it) => it.planId === planId)
        return seat && (seat.acceptedAt ? 'customer' : 'shared')
      }
      present.set(id, { name, address, reads, sightOn })
    }
  }
  return present
}
