import { driftWords } from './drift-words.ts'
import type { PlanView } from './plan-view.ts'
import { taskTitle } from './plan-words.ts'

/** Every task and point that moved, in the plan's order. */
export const movedThings = (plan: PlanView): { id: string; title: string; words: string; isOwn: boolean }[] =>
  plan.stages
    .flatMap(({ milestones }) => milestones)
    .flatMap((milestone) => [
      ...milestone.tasks.map((task) => ({
        id: task.id,
        title: taskTitle(plan, task),
        moved: task.moved,
        isOwn: task.privateTo !== null && !task.hidden,
      })),
      { id: milestone.id, title: milestone.title, moved: milestone.moved, isOwn: false },
    ])
    .flatMap(({ moved, ...thing }) => (moved ? { ...thing, words: driftWords(moved, plan.today) } : []))
