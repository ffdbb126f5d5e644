import type { TaskView } from './plan-view.ts'
import { type TaskRoom, roomOf } from './task-room.ts'
import { cardWords, taskRoomWords, startedRoomWords } from './plan-words.ts'

/** What is said about a task's room, and a tone that only repeats it. */
export type Urgency = { text: string; tone: 'calm' | 'tight' | 'must' }

const toneOf = (room: TaskRoom): Urgency['tone'] =>
  room === 'late' || room === 'start today' || room === 'start tomorrow' ? 'must' : room === 'none' ? 'tight' : 'calm'

/** How urgent a task is. */
export function taskUrgency(task: TaskView, today: string): Urgency {
  const room = roomOf(task, today)
  return { text: taskRoomWords(room, task.slackDays), tone: toneOf(room) }
}

/** The same in its row, which also says that a task is started. */
export function rowUrgency(task: TaskView, today: string): Urgency {
  const { text, tone } = taskUrgency(task, today)
  return { text: task.status === 'started' ? startedRoomWords(text) : text, tone }
}

/** The same on its card, as a sentence with its due date. */
export function cardUrgency(task: TaskView, today: string): Urgency {
  const room = roomOf(task, today)
  return { text: cardWords(task, room, today), tone: toneOf(room) }
}
