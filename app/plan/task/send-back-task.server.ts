import type { WorkspaceTransaction } from '#db/workspace.ts'
import { paths } from '#app/kit/paths.ts'
import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import type { NewNotice } from '#app/outbox/outbox.server.ts'
import { dueOf } from '../core/due.ts'
import { sendBackTaskInput } from '../model.ts'
import { checkSchedule, takeTask } from '../core/take-task.server.ts'
import type { TaskRow } from '../core/compute-plan.ts'
import { undoably } from '../undo/undoably.server.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** Opens a task again that was checked off too soon, with a reason that the person in charge is told. */
export const sendBackTask = defineCommand({
  name: 'send-back-task',
  scope: 'plan',
  input: sendBackTaskInput,
  run: undoably(async (context) => {
    const { trx, workspaceId, row, input, actor, record, notify, todayIn } = context
    const { task, rows: before } = await takeTask(context, input.taskId)
    if (task.doneOn === null) throw new Refusal(422, taskRefusals.openAlready)
    await trx
      .updateTable('task')
      .set({ doneOn: null, sentBackReason: input.reason, sentBackBy: actor.name })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', task.id)
      .execute()
    await record({
      event: 'task sent back',
      subjectId: task.id,
      subject: task.title,
      visibleTo: task.privateTo,
      changes: { doneOn: { before: task.doneOn, after: null }, reason: { before: null, after: input.reason } },
    })
    const { rows, schedule } = await checkSchedule(context, { before, today: todayIn(row.timeZone), about: task.id })
    const { owner } = task
    const isTheirs = owner?.kind === (task.privateTo === 'vendor' ? 'participant' : 'member')
    const to = task.privateTo && isTheirs ? undefined : await addressOf(trx, workspaceId, row.id, task)
    if (owner && to && owner.id !== actor.id)
      await notify({
        kind: 'task-sent-back',
        to,
        planId: row.id,
        daily: true,
        link: 'participantId' in to ? { kind: 'return', planId: row.id } : { path: paths.plan(row.id) },
        facts: {
          workspace: rows.plan.workspace,
          account: rows.plan.account,
          project: rows.plan.project,
          name: owner.name,
          task: task.title,
          by: actor.name,
          reason: input.reason,
          doBy: dueOf({ rows, schedule }, task.id).dueOn,
        },
      })
    return { taskId: task.id }
  }),
})

/** Where the person in charge is reached; undefined for no one, a placeholder and for who has left. */
async function addressOf(
  trx: WorkspaceTransaction,
  workspaceId: string,
  planId: string,
  { owner, privateTo }: TaskRow,
): Promise<NewNotice['to'] | undefined> {
  if (!owner?.id || owner.kind === 'placeholder') return undefined
  if (owner.kind === 'member') {
    const member = await trx
      .selectFrom('member')
      .select('email')
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', owner.id)
      .where('removedAt', 'is', null)
      .executeTakeFirst()
    return member && { memberId: owner.id, address: member.email }
  }
  let participants = trx
    .selectFrom('participant')
    .innerJoin('planParticipant', (join) =>
      join
        .onRef('planParticipant.workspaceId', '=', 'participant.workspaceId')
        .onRef('planParticipant.participantId', '=', 'participant.id'),
    )
    .select('participant.email')
    .where('participant.workspaceId', '=', workspaceId)
    .where('participant.id', '=', owner.id)
    .where('planParticipant.planId', '=', planId)
    .where('planParticipant.removedAt', 'is', null)
  if (privateTo) participants = participants.where('planParticipant.acceptedAt', 'is not', null)
  const participant = await participants.executeTakeFirst()
  return participant && { participantId: owner.id, address: participant.email }
}
