import type { IsoDate } from '#app/schedule/model.ts'
import type { PlanFrame } from './plan-frame.ts'
import type { MilestoneView, StageView, TaskView } from './plan-view.ts'

/** All tasks of a plan, in its order. */
export const tasksOf = ({ stages }: { stages: readonly StageView[] }): TaskView[] =>
  stages.flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))

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

/** The milestone that stands on the line of its stage: the only one there, without evidence to show. */
export const onStageLine = ({ milestones: [only, ...others] }: StageView): MilestoneView | null =>
  only && others.length === 0 && only.exit === null ? only : null

/** Whether new tasks can be typed below those of a milestone: not where only the reader's own are shown, since a new one is nobody's. */
export const mayAddTasks = ({ viewer }: PlanFrame, show: 'everything' | 'mine'): boolean =>
  viewer.may.edit && show === 'everything'

/** Why a task was sent back, which makes its row higher; never of the other side's private task. */
export const sendBackOf = (task: TaskView): TaskView['sentBack'] => (task.hidden ? null : task.sentBack)

/** Whether a row asks for someone's name: no person is in charge yet. */
export const asksForName = (plan: PlanFrame, task: TaskView): boolean =>
  plan.viewer.may.edit &&
  !task.hidden &&
  task.status !== 'done' &&
  (task.owner === null || task.owner.kind === 'placeholder')

/** The day at which a milestone stands on a timeline: reached, else due, or expected when that is later. */
export const milestoneDay = ({ reachedOn, dueOn, expected }: MilestoneView): IsoDate =>
  reachedOn ?? (expected > dueOn ? expected : dueOn)
