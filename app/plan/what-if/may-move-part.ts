import type { TaskView } from '../view/plan-view.ts'

/** Which end of a bar is moved: its whole by the start, or its finish alone. */
export type BarPart = 'start' | 'finish'

/** What may be moved of a task: nothing once it is done, only the finish once it has started. */
export const mayMovePart = ({ status }: Pick<TaskView, 'status'>, part: BarPart): boolean =>
  status === 'open' || (status === 'started' && part === 'finish')
