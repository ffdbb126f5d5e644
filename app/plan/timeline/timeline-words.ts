import { bufferWords } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { TaskView } from '../view/plan-view.ts'

/** @param day by which it was due, in words */
export const lateWords = (day: string): string => `late, ${day}`

/** Names the bar that can be dragged. */
export const moveTaskWords = (title: string): string => `Move ${title}`

/** How a bar is read out: "22 June to 1 July, 4 days buffer". */
export const barWords = (task: TaskView): string =>
  `${longDate(task.startedOn ?? task.earlyStart)} to ${longDate(task.earlyFinish)}, ${bufferWords(task.slackDays)}`

export const timelinePartWords = {
  label: 'Timeline',
  keys: 'Left and right arrows move the start, with Shift the finish. Up and down arrows go to another task. Enter applies the changes, Escape discards them.',
  today: 'Today',
}
