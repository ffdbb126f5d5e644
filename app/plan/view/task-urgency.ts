import type { TaskView } from './plan-view.ts'
import { type BufferLeft, bufferLeftOf } from './buffer-left.ts'
import { bufferLeftWords, cardWords, startedBufferWords } from './plan-words.ts'

/** What is said about a task's buffer, and a tone that only repeats it. */
export type Urgency = { text: string; tone: 'calm' | 'tight' | 'must' }

const toneOf = (left: BufferLeft): Urgency['tone'] =>
  left === 'late' || left === 'start today' || left === 'start tomorrow' ? 'must' : left === 'none' ? 'tight' : 'calm'

/** How urgent a task is. */
export function taskUrgency(task: TaskView, today: string): Urgency {
  const left = bufferLeftOf(task, today)
  return { text: bufferLeftWords(left, task.slackDays), tone: toneOf(left) }
}

/** The same in its row, which also says that a task is started. */
export function rowUrgency(task: TaskView, today: string): Urgency {
  const { text, tone } = taskUrgency(task, today)
  return { text: task.status === 'started' ? startedBufferWords(text) : text, tone }
}

/** The same on its card, as a sentence with its due date. */
export function cardUrgency(task: TaskView, today: string): Urgency {
  const left = bufferLeftOf(task, today)
  return { text: cardWords(task, left, today), tone: toneOf(left) }
}
