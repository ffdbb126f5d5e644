import type { WorkspaceTransaction } from '#db/workspace.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { readableAddress } from '#app/kit/readable-address.server.ts'
import { endParticipantAccess } from './end-plan-access.server.ts'
import { forgetInChampionGone } from './champion-gone.server.ts'
import { endProposal } from './champion-proposals.server.ts'
import { type Seat, changeSeat } from './seats.server.ts'
import { tellChampion } from './tell-champion.server.ts'
import { inPlaceOfWords } from './participant-words.ts'

type Context = Pick<
  CommandContext<unknown, 'plan'>,
  'trx' | 'actor' | 'workspaceId' | 'row' | 'now' | 'record' | 'notify'
>

/**
 * Takes a person off a plan: open tasks wait for someone to be named, links, sessions and live connections end.
 * @param why as activity and security log name it
 * @returns the ids of the tasks that now wait
 */
export async function removeFromPlan(
  context: Context,
  { participantId, name, email, role }: Seat,
  why: 'participant removed' | 'invitation taken back',
  { tellsChampion = true } = {},
): Promise<string[]> {
  const { trx, actor, workspaceId, row, now, record } = context
  const planId = row.id
  const seat = { workspaceId, planId, participantId }
  await changeSeat(trx, seat, { removedAt: now, mayConfirm: false, isKey: false })
  const waiting = await trx
    .updateTable('task')
    .set({
      ownerParticipantId: null,
      ownerPlaceholder: inPlaceOfWords(name).slice(0, 120),
      promisedOn: null,
      promisedBy: null,
    })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('ownerParticipantId', '=', participantId)
    .where('doneOn', 'is', null)
    .returning('id')
    .execute()
  await trx
    .deleteFrom('planVisit')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('readerId', '=', participantId)
    .execute()
  await endProposal(trx, seat)
  await forgetInChampionGone(trx, seat)
  await endParticipantAccess(trx, seat, now)
  await record({
    event: why,
    subjectId: participantId,
    subject: name,
    changes: { role: { before: role, after: null } },
  })
  const person = { id: participantId, name }
  await writeSecurityEvent(trx, workspaceId, { kind: why, person, detail: { by: actor.name, planId } }, now)
  if (tellsChampion)
    await tellChampion(context, (told) => ({
      kind: 'participant-changed',
      facts: { ...told, person: name, email: readableAddress(email), by: actor.name, before: role, after: null },
    }))
  return waiting.map(({ id }) => id)
}

/** Makes a person on the plan the owner of tasks that waited for someone to be named. */
export async function giveTasksTo(
  trx: WorkspaceTransaction,
  { workspaceId, planId, participantId }: { workspaceId: string; planId: string; participantId: string },
  taskIds: readonly string[],
): Promise<void> {
  if (taskIds.length === 0) return
  await trx
    .updateTable('task')
    .set({ ownerParticipantId: participantId, ownerPlaceholder: null })
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', planId)
    .where('id', 'in', taskIds)
    .execute()
}
