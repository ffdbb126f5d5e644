import type { WinDoubt } from './win-doubts.ts'
import { winDoubtBounds } from './win-doubts.ts'

/** What may be wrong with a first win, and what to do about it. It can stay as it is. */
export const winDoubtWords: Record<WinDoubt, string> = {
  'too big': `The tasks after go-live take more than ${winDoubtBounds.workingDays} working days. A first win is a small success: is there a smaller one on the way?`,
  'too late': `It is planned more than ${winDoubtBounds.daysAfterGoLive} days after go-live. An earlier win, even a smaller one, keeps people with you.`,
  unmeasurable:
    'Its unit does not say what is counted. Choose one that anyone can count, such as days, % or tickets a week.',
  'no task': 'No task leads to it. Add at least one after go-live, such as measuring the result.',
}

export const winDoubtsWords = {
  title: 'Please look at the first win again',
  keep: 'You can also keep it as it is.',
  tasks: 'Tasks it depends on',
  tasksSay: 'It follows go-live and these tasks:',
  noTasks: 'It follows go-live alone: no task leads to it.',
}
