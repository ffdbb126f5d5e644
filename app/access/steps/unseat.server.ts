import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { endParticipantAccess } from './end-plan-access.server.ts'
import { changeSeat } from './seats.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'actor' | 'workspaceId' | 'row' | 'now' | 'record'>
type Seat = { participantId: string; name: string; role: string }

/**
 * Takes a person off a plan: open steps wait for somebody to be named, links, sessions and live connections end.
 * @param why as activity and security log name it
 */
export async function unseat(
  { trx, actor, workspaceId, row, now, record }: Context,
  { participantId, name, role }: Seat,
  why: 'participant removed' | 'invitation taken back',
): Promise<void> {
  const planId = row.id
  const seat = { workspaceId, planId, participantId }
  await changeSeat(trx, seat, { removedAt: now, mayConfirm: false })
  await trx
    .updateTable('task')
    .set({ ownerParticipantId: null, ownerPlaceholder: `In place of ${name}`.slice(0, 120) })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('ownerParticipantId', '=', participantId)
    .where('doneOn', 'is', null)
    .execute()
  await endParticipantAccess(trx, seat, now)
  await record({
    event: why,
    subjectId: participantId,
    subject: name,
    changes: { role: { before: role, after: null } },
  })
  const person = { id: participantId, name }
  await writeSecurityEvent(trx, workspaceId, { kind: why, person, detail: { by: actor.name, planId } }, now)
}
