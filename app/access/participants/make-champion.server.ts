import { noteChampionJoined } from '../core/take-seat.server.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { endChampionGone } from './champion-gone.server.ts'
import { endProposal } from './champion-proposals.server.ts'
import { endSharedLinks } from './end-shared-links.server.ts'
import { type Seat, changeSeat, findChampion } from './seats.server.ts'
import { tellParticipants } from './tell-champion.server.ts'

type Context = Pick<
  CommandContext<unknown, 'plan'>,
  'trx' | 'actor' | 'workspaceId' | 'row' | 'now' | 'record' | 'notify'
>

/**
 * Makes a participant the champion; the present champion becomes a contributor. There is always one champion. A champion that
 * the vendor chose and who never joined counts as anyone added by the vendor: not accepted. The link of a note to management ends, since its
 * author could no longer switch it off.
 * @returns false where they are the champion already
 */
export async function makeChampion(context: Context, next: Seat): Promise<boolean> {
  const { trx, actor, workspaceId, row, now, record } = context
  const seat = { workspaceId, planId: row.id }
  const { participantId } = next
  const before = await findChampion(trx, workspaceId, row.id)
  if (before?.participantId === participantId) return false
  if (before)
    await changeSeat(
      trx,
      { ...seat, participantId: before.participantId },
      { role: 'contributor', ...(row.championJoinedAt ? {} : { acceptedAt: null, mayConfirm: false }) },
    )
  await changeSeat(
    trx,
    { ...seat, participantId },
    { role: 'champion', ...(next.acceptedAt ? {} : { acceptedAt: now }) },
  )
  if (next.joinedAt) await noteChampionJoined(trx, workspaceId, row.id, now)
  await endProposal(trx, seat)
  await endChampionGone(trx, seat)
  await endSharedLinks(trx, { ...seat, kind: 'note' })
  await record({
    event: 'champion handed on',
    subjectId: participantId,
    subject: next.name,
    changes: { champion: { before: before?.name ?? null, after: next.name } },
  })
  const note = (person: { id: string; name: string }, was: string, is: string) => {
    const detail = { by: actor.name, planId: row.id, before: was, after: is }
    return writeSecurityEvent(trx, workspaceId, { kind: 'role changed', person, detail }, now)
  }
  if (before) await note({ id: before.participantId, name: before.name }, 'champion', 'contributor')
  await note({ id: participantId, name: next.name }, next.role, 'champion')
  await tellParticipants(context, before ? [before, next] : [next], (told, seat) => ({
    kind: 'participant-changed',
    facts: {
      ...told,
      person: next.name,
      email: readableAddress(next.email),
      by: actor.name,
      before: next.role,
      after: 'champion',
      ...(seat.participantId === participantId && { isReader: true }),
    },
  }))
  return true
}
