import type { MilestoneView, StageView, TaskView } from './plan-view.ts'

/** The tasks a reader asked for: all of them, or those in the reader's own hands. */
export const shownTasks = (tasks: readonly TaskView[], show: 'everything' | 'mine'): readonly TaskView[] =>
  show === 'mine' ? tasks.filter((task) => task.mine) : tasks

/** The milestone of a stage that ends with the first win, which is no task: it is confirmed. */
export const winMilestoneOf = ({ milestones }: StageView): MilestoneView | undefined =>
  milestones.find(({ goal }) => goal === 'win')

/** Whether a milestone still asks for its evidence. */
export const lacksEvidence = ({ exit }: MilestoneView): boolean => exit !== null && exit.proof === null

/** Whether all tasks of a stage are done, its evidence is there, and the first win is confirmed where the stage ends with it. */
export function isStageOver(stage: StageView): boolean {
  const win = winMilestoneOf(stage)
  const allDone = stage.done === stage.total && !stage.milestones.some(lacksEvidence)
  return (stage.total > 0 || win !== undefined) && allDone && win?.reachedOn !== null
}
