import { buttonWords } from '#app/ui/button-words.ts'
import { labels } from '#app/kit/label-words.ts'

/** What happens when a task is sent back. @param owner who is in charge of it; null for no one yet */
export const sendBackHint = (owner: string | null): string =>
  owner === null
    ? 'The task is reopened, and the plan shows this reason.'
    : `${owner} sees this, and the task is reopened.`

export const moveTaskFormWords = {
  heading: 'Move task',
  milestone: labels.milestone,
  milestoneHint: 'Dependencies stay as they are.',
  move: 'Move to this milestone',
}

export const taskActionsWords = {
  sendBack: buttonWords.sendBack,
  reason: labels.reason,
  doneOnHeading: 'Set completion date',
  doneOn: labels.doneOn,
  saveDoneOn: 'Save completion date',
  startedOnHeading: 'Set start date',
  startedOn: labels.startedOn,
  saveStartedOn: 'Save start date',
  remove: 'Delete task',
  bridges: 'These dependencies will be added in its place:',
  removeHint: 'The activity log keeps a record of it.',
  removeThis: 'Delete this task',
}
