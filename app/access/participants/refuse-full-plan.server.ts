import type { WorkspaceReading } from '#db/reading.ts'
import { bounds } from '#app/kit/limits.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { participantRefusals } from './participant-words.ts'

/**
 * Refuses when the plan, whose row is locked, has no room for more people. Joining by email domain leaves room for
 * invitations.
 * @throws Refusal 422
 */
export async function refuseFullPlan(
  trx: WorkspaceReading,
  { workspaceId, planId }: { workspaceId: string; planId: string },
  cameBy: 'invitation' | 'domain',
): Promise<void> {
  const most = cameBy === 'domain' ? bounds.participantsByDomain : bounds.participants
  let seats = trx
    .selectFrom('planParticipant')
    .select(({ fn }) => fn.countAll<number>().as('size'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('removedAt', 'is', null)
  if (cameBy === 'domain') seats = seats.where('cameBy', '=', 'domain')
  const { size } = await seats.executeTakeFirstOrThrow()
  if (size <= most) return
  const message = cameBy === 'domain' ? participantRefusals.fullByDomain(most) : participantRefusals.fullPlan(most)
  throw new Refusal(422, message, { faults: [{ field: 'email', message }] })
}
