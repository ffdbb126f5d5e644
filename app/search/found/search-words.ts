import { searchBounds } from '#app/kit/limits.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { count } from '#app/ui/amount-words.ts'
import { eitherWords } from '#emails/parts/list-words.ts'
import type { ThingKind } from '../words/thing-kind.ts'
import type { Correction } from './found-things.ts'
import type { NoSearch } from './read-search.ts'

export const searchPageWords = {
  title: mainPageNames.search,
  field: 'Search for',
  inTitle: (typed: string): string => `${isolateDirection(typed)} · ${mainPageNames.search}`,
  back: 'All results',
}

/** Why nothing was looked for, and what to type instead. */
export const noSearchWords: Record<NoSearch, string> = {
  'nothing typed':
    'Find accounts, plans, people, capabilities, tasks, comments and questions. The beginning of a word is enough, and a typo does no harm.',
  'too long': `This is longer than ${searchBounds.letters} characters. Please search for a few words.`,
  'only marks': 'Please type letters or numbers: marks alone find nothing.',
  'too short': 'Please type at least two characters.',
}

export const nothingFoundWords = {
  title: (typed: string): string => `Nothing found for “${isolateDirection(typed)}”`,
  fewer: 'No result has all of these words. Try one of them.',
  other: 'Check the spelling, or search for an account, a person or a word from the title.',
}

/** A word was taken for others, since nothing holds it. */
export const typoCorrectionWords = ({ typed, meant }: Correction): string =>
  `Nothing contains “${isolateDirection(typed)}”. Showing results for ${eitherWords(meant.map((word) => `“${isolateDirection(word)}”`))}.`

/** Above the results of each kind. */
export const thingKindWords: Record<ThingKind, string> = {
  account: 'Accounts',
  plan: mainPageNames.plans,
  person: 'People',
  member: 'Colleagues',
  capability: 'Capabilities',
  task: 'Tasks',
  comment: 'Questions and comments',
}

const things: Record<ThingKind, [one: string, several: string]> = {
  account: ['account', 'accounts'],
  plan: ['plan', 'plans'],
  person: ['person', 'people'],
  member: ['colleague', 'colleagues'],
  capability: ['capability', 'capabilities'],
  task: ['task', 'tasks'],
  comment: ['question or comment', 'questions and comments'],
}

/** How many there are; beyond a limit, no one counts. */
export const totalWords = (kind: ThingKind, total: number): string =>
  total > searchBounds.things ? `Over ${searchBounds.things} ${things[kind][1]}` : count(total, ...things[kind])

/** Leads to all results of a kind. */
export const allOfKindWords = (kind: ThingKind, total: number): string =>
  total > searchBounds.things ? `Show more ${things[kind][1]}` : `All ${total} ${things[kind][1]}`

/** That there may be more, since some plans were changed a moment ago. */
export const behindWords = 'Recent changes are still being added to the search. Reload the page in a minute.'

export const commentFactWords = {
  by: (author: string, day: string): string => `${isolateDirection(author)}, ${day}`,
  about: (title: string): string => `About ${isolateDirection(title)}`,
  question: { open: 'Open question', answered: 'Answered question', closed: 'Closed question' },
  askedBy: (asker: string, day: string): string => `Asked by ${isolateDirection(asker)}, ${day}`,
}

/** How many plans an account has. */
export const plansCountWords = (plans: number): string => count(plans, 'plan')
