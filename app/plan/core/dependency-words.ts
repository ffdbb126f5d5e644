import type { LinkType } from '#app/schedule/model.ts'
import { count } from '#app/ui/amount-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

export type LinkTerms = { type: LinkType; lagDays: number }

const isOrdinary = ({ type, lagDays }: LinkTerms) => type === 'FS' && lagDays === 0

/** What a link demands of a task: "starts at least 2 working days after it finishes". @param other what the other task is called */
function demandWords({ type, lagDays }: LinkTerms, other: string): string {
  const lag = count(Math.abs(lagDays), 'working day')
  switch (type) {
    case 'FS':
      if (lagDays === 0) return `starts after ${other} finishes`
      return lagDays > 0
        ? `starts at least ${lag} after ${other} finishes`
        : `starts at most ${lag} before ${other} finishes`
    case 'SS':
      if (lagDays === 0) return `starts after ${other} starts`
      return lagDays > 0
        ? `starts at least ${lag} after ${other} starts`
        : `starts at most ${lag} before ${other} starts`
    case 'FF':
      if (lagDays === 0) return `finishes with ${other} or later`
      return lagDays > 0
        ? `finishes at least ${lag} after ${other} finishes`
        : `finishes at most ${lag} before ${other} finishes`
    case 'SF':
      if (lagDays === 0) return `finishes after ${other} starts`
      return lagDays > 0
        ? `finishes at least ${lag} after ${other} starts`
        : `finishes at most ${lag} before ${other} starts`
  }
}

/** How one task can wait for another, in the order in which a form offers it. */
export const linkChoices = (['FS', 'SS', 'FF', 'SF'] as const).map((value) => ({
  value,
  text: demandWords({ type: value, lagDays: 0 }, 'it'),
}))

/** The label of a field for the days between the two tasks of a link. @param title of the other task */
export function daysAfterWords<Title>(title: Title, type: LinkType) {
  switch (type) {
    case 'FS':
      return sentenceParts`Days after ${title}`
    case 'SS':
      return sentenceParts`Days from the start of ${title} to the start of this task`
    case 'FF':
      return sentenceParts`Days from the end of ${title} to the end of this task`
    case 'SF':
      return sentenceParts`Days from the start of ${title} to the end of this task`
  }
}

/**
 * How the task that is shown depends on another one, beside its name: "this task starts after it starts". Nothing for the ordinary link.
 */
export const ownTermsWords = (link: LinkTerms): string =>
  isOrdinary(link) ? '' : `this task ${demandWords(link, 'it')}`

/** How another task depends on the one that is shown, beside its name: "starts after this task starts". */
export const termsToThisWords = (link: LinkTerms): string => (isOrdinary(link) ? '' : demandWords(link, 'this task'))

/** "Contract at Legal", "Contract at Legal: starts at least 2 working days after it finishes". @param title of the other task */
export const linkWords = (link: LinkTerms, title: string): string =>
  isOrdinary(link) ? title : `${title}: ${demandWords(link, 'it')}`

/** "“Sign it” starts at least 2 working days after “Agree the scope” finishes". @param heir the name of the task that depends on the other */
export const dependencyWords = (heir: string, title: string, link: LinkTerms): string =>
  isOrdinary(link) ? `${capital(heir)} depends on ${title}` : `${capital(heir)} ${demandWords(link, title)}`

/** What the folded list of dependencies says. */
export const dependsOnWords = (links: number): string =>
  links === 0 ? 'No dependencies' : `Depends on ${count(links, 'task')}`
