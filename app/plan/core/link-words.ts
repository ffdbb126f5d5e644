import type { LinkType } from '#app/schedule/model.ts'
import { count } from '#app/ui/amount-words.ts'

/** How one task can wait for another, in the order in which a form offers it. */
export const linkChoices: readonly { value: LinkType; text: string }[] = [
  { value: 'FS', text: 'starts after it finishes' },
  { value: 'SS', text: 'starts after it starts' },
  { value: 'FF', text: 'finishes with it or later' },
  { value: 'SF', text: 'finishes after it starts' },
]

export type LinkTerms = { type: LinkType; lagDays: number }

/** How a link waits, in words; nothing for the ordinary one. */
export const linkKind = (type: LinkType): string =>
  type === 'FS' ? '' : (linkChoices.find(({ value }) => value === type)?.text ?? '')

/** "starts after it starts, 2 working days later". The ordinary link goes without saying. */
export function linkTerms({ type, lagDays }: LinkTerms): string {
  const lag = lagDays === 0 ? '' : `${count(Math.abs(lagDays), 'working day')} ${lagDays > 0 ? 'later' : 'earlier'}`
  return [linkKind(type), lag].filter(Boolean).join(', ')
}

/** "Contract at Legal", "Contract at Legal: starts after it starts, 2 working days later". */
export function linkWords(link: LinkTerms, title: string): string {
  const terms = linkTerms(link)
  return terms ? `${title}: ${terms}` : title
}

/** What the folded list of dependencies says. */
export const dependsOnWords = (links: number): string =>
  links === 0 ? 'No dependencies' : `Depends on ${count(links, 'task')}`
