import { resultTag } from '../core/result-words.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { TaskView } from './plan-view.ts'
import { sittingsTag, taskTitle, taskWhen } from './plan-words.ts'
import { asksForName } from './shown-tasks.ts'

/** Letters of a title that fit on one line beside a chip, and on two lines without one, in the narrowest table. */
const lettersOfLine = 18
const lettersOfRow = 48

/** Letters of an owner's name that fit on two lines in the narrowest table. */
const lettersOfOwner = 22

/** Letters of the days of a task that fit on one line in the narrowest table: those with a year do not. */
const lettersOfDays = 15

/** Whether a row may cut a title, so that it is told as a tooltip too. */
export const isTitleCut = (title: string): boolean => title.length > lettersOfRow

/** Whether a row needs a line more, so that neither its title nor its owner is cut for what stands beside it. */
export function isRowTall(plan: PlanFrame, task: TaskView): boolean {
  if (sittingsTag(plan, task) || resultTag(task.result) || task.promisedOn) return true
  if (taskWhen(task, plan.today).length > lettersOfDays) return true
  if (!task.hidden && (task.owner?.name.length ?? 0) > lettersOfOwner) return true
  // Where no one is in charge, the chip stands in the owner's place.
  const asks = asksForName(plan, task) && task.owner !== null
  const isTagged = !task.hidden && (task.privateTo !== null || task.changedSinceAgreed)
  if (asks && isTagged) return true
  const hasChip = asks || isTagged
  return taskTitle(plan, task).length > (hasChip ? lettersOfLine : lettersOfRow)
}
