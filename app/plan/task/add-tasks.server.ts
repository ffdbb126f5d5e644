import { sideOf, sightOf } from '#app/policy/policy.ts'
import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { addTasksInput } from '../model.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { resolveOwner } from './owners.server.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { checkSchedule, raiseTerms, takePlan } from '../core/take-task.server.ts'
import { newTaskFields } from '../core/task-fields.ts'
import { type NewTask, insertTasks } from './insert-tasks.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { taskRefusals } from './task-refusal-words.ts'

/**
 * Adds tasks by their titles, one after the other at the end of a milestone. The first follows the task that stands last there, unless
 * its sender says otherwise, so that it neither starts today nor moves more of the plan than it has to.
 */
export const addTasks = defineCommand({
  name: 'add-tasks',
  scope: 'plan',
  input: addTasksInput,
  run: makeUndoable(async (context) => {
    const { row, input, actor, standings, todayIn } = context
    const rows = await takePlan(context)
    const { milestoneId } = input
    if (!rows.milestones.some(({ id }) => id === milestoneId)) return refuseMissing(context, [milestoneId])
    const owner = await resolveOwner(context, input.owner ?? null, null)
    let after = input.after === undefined ? lastShared(rows, milestoneId) : input.after
    const sight = sightOf(standings)
    if (after && !rows.tasks.some((task) => task.id === after && !isHiddenFrom(task, sight)))
      throw fieldRefusal('after', taskRefusals.afterGone)
    const tasks = input.titles.map((title): NewTask => {
      const dependsOn = after ? [{ task: after, lagDays: 0 }] : []
      const id = newId()
      after = id
      return {
        ...newTaskFields,
        id,
        title,
        side: input.side ?? sideOf(actor),
        durationDays: input.durationDays ?? 1,
        owner,
        spread: { atBest: null, atWorst: null },
        description: null,
        privateTo: null,
        sittings: null,
        dependsOn,
      }
    })
    await insertTasks(context, { rows, milestoneId, tasks })
    await raiseTerms(context)
    await checkSchedule(context, { before: rows, today: todayIn(row.timeZone) })
    return { taskIds: tasks.map(({ id }) => id) }
  }),
})

/** The last task of a milestone that both sides see: no one should wait for what is hidden from them without knowing. */
const lastShared = ({ tasks }: StoredRows, milestoneId: string): string | null =>
  tasks.findLast((task) => task.milestoneId === milestoneId && task.privateTo === null)?.id ?? null
