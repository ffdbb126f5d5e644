import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { goalNames } from '../core/goal-name-words.ts'

export const eventStreamRefusals = {
  tooMany: 'Too many pages are open at once.',
}

export const planHeaderWords = {
  invite: mainPageNames.invite,
}

/** Both companies at the head of the plan. @param small sets the word between the names */
export const companiesParts = <Part>(vendor: Part, customer: Part, small: (text: string) => Part) =>
  sentenceParts`${vendor}${small('with')}${customer}`

export const planPageWords = {
  heading: mainPageNames.plan,
  noBuffer: 'filled: no buffer',
  agreedDue: 'agreed due date',
  criticalDate: goalNames.goLive,
  winBy: goalNames.win,
  show: buttonWords.show,
  everything: 'Everything',
  mine: 'Mine',
  more: 'More',
  nameOwners: (tasks: number): string => `Assign owners (${tasks})`,
  title: 'Plan',
}

export const taskRowWords = {
  nameSomeone: 'Assign owner',
  /** Read aloud in a row that someone else has changed. */
  fresh: 'changed since your last visit',
}

/** The tag of a task that a what-if moves. @param aloud makes what is only read aloud of its text */
export const movesParts = <Aloud>(moves: string, aloud: (text: string) => Aloud) =>
  sentenceParts`moves${aloud(`: ${moves}`)}`

/** The tag of a task that differs from what was agreed. */
export const changedParts = <Aloud>(aloud: (text: string) => Aloud) => sentenceParts`changed${aloud(' since agreed')}`

export const planTableWords = {
  label: 'Plan',
  emptyTitle: 'No milestones yet',
  addFirst: 'Add the first milestone',
  empty: 'A milestone is a result that both sides can see, for example: signed, ready to test, live.',
}
