/** What happens when a task is sent back. @param owner who is in charge of it; null for no one yet */
export const sendBackHint = (owner: string | null): string =>
  owner === null
    ? 'The task is reopened, and the plan shows this reason.'
    : `${owner} sees this, and the task is reopened.`

export const moveTaskFormWords = {
  heading: 'Move task',
  milestone: 'Milestone',
  milestoneHint: 'Dependencies stay as they are.',
  move: 'Move to this milestone',
}

export const taskActionsWords = {
  sendBack: 'Send back',
  reason: 'Reason',
  doneOnHeading: 'Set completion date',
  doneOn: 'Done on',
  saveDoneOn: 'Save completion date',
  startedOnHeading: 'Set start date',
  startedOn: 'Started on',
  saveStartedOn: 'Save start date',
  remove: 'Delete task',
  bridges: 'These dependencies will be added in its place:',
  removeHint: 'The activity log keeps a record of it.',
  removeThis: 'Delete this task',
}
