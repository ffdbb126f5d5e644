import type { LinkType } from '#app/schedule/model.ts'
import { count } from '#app/ui/amount-words.ts'
import { capital } from '#app/ui/name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'

const kinds: Record<LinkType, (other: string) => string> = {
  FS: (other) => `starts after ${other} finishes`,
  SS: (other) => `starts after ${other} starts`,
  FF: (other) => `finishes with ${other} or later`,
  SF: (other) => `finishes after ${other} starts`,
}

/** How one task can wait for another, in the order in which a form offers it. */
export const linkChoices = (['FS', 'SS', 'FF', 'SF'] as const).map((value) => ({ value, text: kinds[value]('it') }))

export type LinkTerms = { type: LinkType; lagDays: number }

/** How a link waits for the other task, in words; nothing for the ordinary one. */
const linkKind = (type: LinkType, other = 'it'): string => (type === 'FS' ? '' : kinds[type](other))

/** The label of a field for the days after another task: "Days after Contract (starts after it starts)". */
export const daysAfterWords = <Title>(title: Title, type: LinkType) =>
  type === 'FS' ? sentenceParts`Days after ${title}` : sentenceParts`Days after ${title} (${linkKind(type)})`

/** "starts after it starts, 2 working days later". The ordinary link is not mentioned. @param other what the other task is called */
function linkTerms({ type, lagDays }: LinkTerms, other?: string): string {
  const lag = lagDays === 0 ? '' : `${count(Math.abs(lagDays), 'working day')} ${lagDays > 0 ? 'later' : 'earlier'}`
  return [linkKind(type, other), lag].filter(Boolean).join(', ')
}

/** How the task that is shown depends on another one, beside its name: "this task starts after it starts", "2 working days later". */
export function ownTermsWords(link: LinkTerms): string {
  const terms = linkTerms(link)
  return link.type === 'FS' ? terms : `this task ${terms}`
}

/** How another task depends on the one that is shown, beside its name: "starts after this task starts". */
export const termsToThisWords = (link: LinkTerms): string => linkTerms(link, 'this task')

/** "Contract at Legal", "Contract at Legal: starts after it starts, 2 working days later". */
export function linkWords(link: LinkTerms, title: string): string {
  const terms = linkTerms(link)
  return terms ? `${title}: ${terms}` : title
}

/** "“Sign it” depends on “Agree the scope”: 2 working days later". @param heir the name of the task that depends on the other */
export const dependencyWords = (heir: string, title: string, link: LinkTerms): string =>
  `${capital(heir)} depends on ${linkWords(link, title)}`

/** What the folded list of dependencies says. */
export const dependsOnWords = (links: number): string =>
  links === 0 ? 'No dependencies' : `Depends on ${count(links, 'task')}`
