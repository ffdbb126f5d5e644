import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { ParticipantRole } from '#app/policy/roles.ts'
import { notFound } from '#app/runner/refusal.ts'

const seatsOf = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  trx
    .selectFrom('planParticipant')
    .innerJoin('participant', (join) =>
      join
        .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
        .onRef('participant.id', '=', 'planParticipant.participantId'),
    )
    .select([
      'participantId',
      'role',
      'mayConfirm',
      'isKey',
      'invitedAt',
      'joinedAt',
      'acceptedAt',
      'planParticipant.name',
      'participant.email',
    ])
    .where('planParticipant.workspaceId', '=', workspaceId)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)

/** The champion of a plan, once there is one. */
export const findChampion = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  seatsOf(trx, workspaceId, planId).where('role', '=', 'champion').executeTakeFirst()

/** Everyone who takes part in a plan now. */
export const listSeats = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  seatsOf(trx, workspaceId, planId).orderBy('invitedAt').execute()

export type Seat = Awaited<ReturnType<typeof listSeats>>[number]

/** Someone who takes part in a plan now. @throws Refusal 404 */
export async function getSeat(
  trx: WorkspaceTransaction,
  workspaceId: string,
  planId: string,
  participantId: string,
): Promise<Seat> {
  const seat = await seatsOf(trx, workspaceId, planId).where('participantId', '=', participantId).executeTakeFirst()
  if (!seat) throw notFound()
  return seat
}

type SeatPlace = { workspaceId: string; planId: string; participantId: string }

/** Whether the activity of a plan names a person as who did something. @param since what was before does not count */
export async function hasActed(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: SeatPlace,
  since?: Date,
): Promise<boolean> {
  let acted = trx
    .selectFrom('activity')
    .select('number')
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', planId)
    .where('actorKind', '=', 'participant')
    .where('actorId', '=', participantId)
  if (since) acted = acted.where('at', '>=', since)
  return (await acted.limit(1).executeTakeFirst()) !== undefined
}

type SeatValues = {
  role?: ParticipantRole
  mayConfirm?: boolean
  isKey?: boolean
  acceptedAt?: Date | null
  removedAt?: Date
}

/** Changes what someone is on a plan. */
export async function changeSeat(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: SeatPlace,
  values: SeatValues,
): Promise<void> {
  await trx
    .updateTable('planParticipant')
    .set(values)
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('participantId', '=', participantId)
    .execute()
}
