import { sideOf, sightOf } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fault, notFound, wrongFields } from '#app/runner/refusal.ts'
import { addTaskInput } from '../model.ts'
import { refuseStranger, refuseUnaccepted, resolveOwner } from '../core/owners.server.ts'
import { checkSchedule, raiseTerms, refuseSpent, takePlan } from '../core/take-task.server.ts'
import { taskContradictions } from '../core/task-contradictions.ts'
import { taskFieldsOf } from '../core/task-fields.ts'
import { spreadAround, spreadColumns } from './spreads.server.ts'
import { replaceLinks } from './task-links.server.ts'
import { undoably } from '../undo/undoably.server.ts'

/** Adds a task at the end of a milestone; a private one only on the adder's own side. */
export const addTask = defineCommand({
  name: 'add-task',
  scope: 'plan',
  input: addTaskInput,
  contradictions: taskContradictions,
  run: undoably(async (context) => {
    const { trx, workspaceId, row, input, actor, standings, record, now, todayIn } = context
    const rows = await takePlan(context)
    if (!rows.milestones.some(({ id }) => id === input.milestoneId)) throw notFound()
    const side = sideOf(actor)
    if (input.private && input.side !== side) throw fault('private', 'Only a task owned by your side can be private.')
    if (input.private) refuseUnaccepted(standings)
    const wrong = taskContradictions(input)
    if (wrong.length > 0) throw wrongFields(wrong)
    const spread = spreadAround(input.durationDays, input, true)
    const owner = await resolveOwner(context, input.owner, input.ownerName)
    await refuseStranger(context, owner, input.private ? side : null)
    const siblings = rows.tasks.filter(({ milestoneId }) => milestoneId === input.milestoneId)
    const taskId = newId()
    await trx
      .insertInto('task')
      .values({
        workspaceId,
        id: taskId,
        planId: row.id,
        milestoneId: input.milestoneId,
        position: Math.max(-1, ...siblings.map(({ position }) => position)) + 1,
        ...taskFieldsOf(input),
        ...spreadColumns(spread),
        privateTo: input.private ? side : null,
        sittings: input.sittings && JSON.stringify(input.sittings),
        createdAt: now,
        ...owner.columns,
      })
      .execute()
    await replaceLinks(
      trx,
      { workspaceId, planId: row.id, taskId },
      { tasks: rows.tasks, sight: sightOf(standings), links: input.dependsOn },
    )
    if (!input.private) await raiseTerms(context)
    await record({
      event: 'task added',
      subjectId: taskId,
      subject: input.title,
      visibleTo: input.private ? side : null,
      changes: {
        title: { before: null, after: input.title },
        owner: { before: null, after: owner.name },
        side: { before: null, after: input.side },
        durationDays: { before: null, after: input.durationDays },
        ...(input.sittings ? { sittings: { before: null, after: input.sittings } } : {}),
      },
    })
    const { schedule } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone), about: taskId })
    refuseSpent(schedule, taskId)
    return { taskId }
  }),
})
