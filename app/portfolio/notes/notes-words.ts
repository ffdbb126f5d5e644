import { isolateDirection } from '#app/kit/plain-text.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { taskLabels } from '#app/plan/core/task-words.ts'

export const notesWords = {
  title: pageNames.meetingNotes,
  intro: 'Each item of the notes becomes a proposed task. Nothing is added before you accept it.',
  notes: labels.notes,
  notesHint: 'Items such as “Priya to send the contract by Friday” also give an owner and a date.',
  read: 'Find tasks',
  reading: 'Reading…',
  none: 'No tasks found in these notes.',
  noMilestone: 'Add a milestone to the plan first.',
  task: taskLabels.title,
  owner: taskLabels.owner,
  side: taskLabels.side,
  workingDays: taskLabels.durationDays,
  due: taskLabels.notAfter,
  milestone: labels.milestone,
  accept: 'Add this task',
  accepting: 'Adding…',
  skip: 'Skip',
}

export const proposedWords = (tasks: number): string => count(tasks, 'proposed task')

/** After a task was accepted. */
export const addedWords = (title: string): string => `Added: ${isolateDirection(title)}`
