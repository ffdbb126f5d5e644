import { sentenceParts } from '#app/ui/sentence-parts.ts'

export const eventStreamRefusals = {
  tooMany: 'Too many pages are open at once.',
}

export const planHeaderWords = {
  invite: 'Invite',
}

/** Both companies at the head of the plan. @param small sets the word between the names */
export const companiesParts = <Part>(vendor: Part, customer: Part, small: (text: string) => Part) =>
  sentenceParts`${vendor}${small('with')}${customer}`

export const planPageWords = {
  heading: 'The plan',
  noBuffer: 'filled: no buffer',
  agreedDue: 'agreed due date',
  criticalDate: 'Go-live',
  winBy: 'First win',
  show: 'Show',
  everything: 'Everything',
  mine: 'Mine',
  more: 'More',
  addMilestone: 'Add a milestone',
  nameOwners: (tasks: number): string => `Name owners (${tasks})`,
  terms: 'Dates and first win',
  situations: 'What we heard',
  activity: 'Activity',
  conversation: 'Conversation',
  calendar: 'Calendar',
  team: 'Team',
  accountLogo: 'Customer logo',
  close: 'Close or archive',
  title: 'Plan',
}

export const taskRowWords = {
  whatIf: 'What if',
  nameSomeone: 'Name someone',
}

/** The tag of a task that a what-if moves. @param aloud makes what is only read aloud of its text */
export const movesParts = <Aloud>(moves: string, aloud: (text: string) => Aloud) =>
  sentenceParts`moves${aloud(`: ${moves}`)}`

/** The tag of a task that differs from what was agreed. */
export const changedParts = <Aloud>(aloud: (text: string) => Aloud) => sentenceParts`changed${aloud(' since agreed')}`

export const planTableWords = {
  label: 'Plan',
  addTask: 'Add a task',
  changeMilestone: 'Change',
  emptyTitle: 'No milestones yet',
  addFirst: 'Add the first milestone',
  empty: 'A milestone is a result that both sides can see, for example: signed, ready to test, live.',
}
