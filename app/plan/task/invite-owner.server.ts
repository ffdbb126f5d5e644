import { defineCommand } from '#app/runner/command.ts'
import { invitePeople } from '#app/access/participants/invite-people.server.ts'
import { nameFromAddress } from '#app/kit/name-from-address.ts'
import { inviteOwnerInput } from '../model.ts'
import { ownerValue } from '../core/owner-value.ts'
import { ownerChanges } from './owner-changes.ts'
import { refuseStranger, resolveOwner } from './owners.server.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import { taskLabels } from '../core/task-words.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { assignOthers } from './assign-others.server.ts'

/**
 * Invites someone of the customer by email as a contributor and makes them the owner of a task, in one go. A person who is on the plan already only
 * becomes the owner. Undoing restores the previous owner; the invitation, which has been sent by then, is withdrawn where people are invited.
 */
export const inviteOwner = defineCommand({
  name: 'invite-owner',
  scope: 'plan',
  input: inviteOwnerInput,
  async current(context) {
    const { task } = await takeTask(context, context.input.taskId)
    return { subjectId: task.id, fields: { owner: { label: taskLabels.owner, value: ownerValue(task.owner) } } }
  },
  run: makeUndoable(async (context) => {
    const { trx, workspaceId, row, input, record, todayIn } = context
    const { task, rows } = await takeTask(context, input.taskId)
    const { email } = input
    const seat = await trx
      .selectFrom('planParticipant')
      .innerJoin('participant', (join) =>
        join
          .onRef('participant.workspaceId', '=', 'planParticipant.workspaceId')
          .onRef('participant.id', '=', 'planParticipant.participantId'),
      )
      .select('participantId')
      .where('planParticipant.workspaceId', '=', workspaceId)
      .where('planParticipant.planId', '=', row.id)
      .where('planParticipant.removedAt', 'is', null)
      .where('participant.email', '=', email)
      .executeTakeFirst()
    const invitation = {
      name: input.name ?? nameFromAddress(email),
      email: [{ email, name: null }],
      role: 'contributor' as const,
      personalLine: null,
    }
    const [invited] = seat ? [seat.participantId] : await invitePeople({ ...context, input: invitation })
    const resolved = await resolveOwner(context, `participant:${invited}`, null)
    await refuseStranger(context, resolved.owner, task.privateTo)
    await trx
      .updateTable('task')
      .set(resolved.columns)
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'task changed',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: ownerChanges(task, resolved.owner),
    })
    await assignOthers(context, { task, tasks: rows.tasks, ids: input.alsoFor ?? [] }, resolved)
    await checkSchedule(context, { before: rows, today: todayIn(row.timeZone), about: task.id })
    return { taskId: task.id }
  }),
})
