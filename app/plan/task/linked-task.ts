import type { PlanView, TaskView } from '../view/plan-view.ts'
import { taskTitle, taskWhen } from '../view/plan-words.ts'

/** A task in a list of tasks, such as those at the other end of a dependency: with a page to open, where the reader may see more than that there is one. */
export type LinkedTask = {
  id: string
  title: string
  /** How the one waits for the other, in words; empty for the ordinary way. */
  terms: string
  isOpen: boolean
  /** The reader's own side keeps it to itself. */
  isPrivate: boolean
  when: string
}

/** @param terms how it waits, in words */
export const linkedTaskOf = (plan: PlanView, task: TaskView, terms = ''): LinkedTask => ({
  id: task.id,
  title: taskTitle(plan, task),
  terms,
  isOpen: !task.hidden,
  isPrivate: !task.hidden && task.privateTo !== null,
  when: taskWhen(task, plan.today),
})
