import { sideOf, sightOf } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal, wrongFields } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { addTaskInput } from '../model.ts'
import { refuseStranger, refuseUnaccepted, resolveOwner } from './owners.server.ts'
import { checkSchedule, raiseTerms, refuseSpent, takePlan } from '../core/take-task.server.ts'
import { taskContradictions } from './task-contradictions.ts'
import { insertTasks } from './insert-tasks.server.ts'
import { spreadAround } from '../core/spreads.server.ts'
import { refuseWrongLinks } from './task-links.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { taskRefusals } from './task-refusal-words.ts'

/** Adds a task at the end of a milestone; a private one only on the adder's own side. */
export const addTask = defineCommand({
  name: 'add-task',
  scope: 'plan',
  input: addTaskInput,
  contradictions: taskContradictions,
  run: makeUndoable(async (context) => {
    const { row, input, actor, standings, todayIn } = context
    const rows = await takePlan(context)
    if (!rows.milestones.some(({ id }) => id === input.milestoneId)) return refuseMissing(context, [input.milestoneId])
    const side = sideOf(actor)
    if (input.private && input.side !== side) throw fieldRefusal('private', taskRefusals.privateToOwner)
    if (input.private) refuseUnaccepted(standings)
    const wrong = taskContradictions(input)
    if (wrong.length > 0) throw wrongFields(wrong)
    const spread = spreadAround(input.durationDays, input, true)
    const owner = await resolveOwner(context, input.owner, input.ownerName)
    const privateTo = input.private ? side : null
    await refuseStranger(context, owner.owner, privateTo)
    const taskId = newId()
    refuseWrongLinks(taskId, input.dependsOn, { tasks: rows.tasks, sight: sightOf(standings) })
    const task = { ...input, id: taskId, owner, spread, privateTo }
    await insertTasks(context, { rows, milestoneId: input.milestoneId, tasks: [task] })
    if (!input.private) await raiseTerms(context)
    const { schedule } = await checkSchedule(context, { before: rows, today: todayIn(row.timeZone), about: taskId })
    refuseSpent(schedule, taskId)
    return { taskId }
  }),
})
