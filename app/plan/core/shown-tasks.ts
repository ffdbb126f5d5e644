import type { MilestoneView, StageView, TaskView } from './plan-view.ts'

/** The tasks a reader asked for: all of them, or those in the reader's own hands. */
export const shownTasks = (tasks: readonly TaskView[], show: 'everything' | 'mine'): readonly TaskView[] =>
  show === 'mine' ? tasks.filter((task) => task.mine) : tasks

/** The milestone of a stage that ends with the first win, which is no task: it is confirmed. */
export const winOf = ({ milestones }: StageView): MilestoneView | undefined =>
  milestones.find(({ goal }) => goal === 'win')

/** Whether all tasks of a stage are done, and the first win is confirmed where the stage ends with it. */
export function isOver(stage: StageView): boolean {
  const win = winOf(stage)
  return (stage.total > 0 || win !== undefined) && stage.done === stage.total && win?.reachedOn !== null
}
