import type { StageView, TaskView } from './plan-view.ts'

/** The tasks a reader asked for: all of them, or those in the reader's own hands. */
export const shownTasks = (tasks: readonly TaskView[], show: 'everything' | 'mine'): readonly TaskView[] =>
  show === 'mine' ? tasks.filter((task) => task.mine) : tasks

/** Whether all tasks of a stage are done. */
export const isOver = (stage: StageView): boolean => stage.total > 0 && stage.done === stage.total
