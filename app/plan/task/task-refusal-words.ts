import { quoted } from '#app/ui/name-words.ts'

export const taskRefusals = {
  privateToOwner: 'Only a task owned by your side can be private.',
  staysShared: 'This task does not belong to your side alone, so it stays on the shared plan.',
  afterGone: 'This task is no longer on the plan.',
  doneBeforeStart: 'This is before the task was started.',
  /** @param title of a task that is checked off together with a later one */
  doneBeforeStartOf: (title: string): string => `This is before ${quoted(title)} was started.`,
  otherRowsTooLong:
    'There is too much unsaved text for other milestones. Please add those tasks first, or shorten them.',
  selectOne: 'Please select at least one task.',
  /** @param owner null for none */
  hasOtherOwner: (title: string, owner: string | null): string =>
    owner === null
      ? `${quoted(title)} no longer has an owner. Nothing was changed. Please check and try again.`
      : `${quoted(title)} is now owned by ${owner}. Nothing was changed. Please check and try again.`,
  notInMilestone: 'This task is no longer in that milestone.',
  openAlready: 'This task is already open.',
  dependsOnItself: 'A task can’t depend on itself.',
  dependencyGone: 'One of these tasks is no longer on the plan.',
}
