import type { LinkType } from '#app/schedule/model.ts'
import { count } from '#app/ui/words.ts'

/** How one task can wait for another, in the order in which a form offers it. */
export const linkChoices: readonly { value: LinkType; text: string }[] = [
  { value: 'FS', text: 'begins after it is finished' },
  { value: 'SS', text: 'begins after it has begun' },
  { value: 'FF', text: 'is finished with it, or later' },
  { value: 'SF', text: 'is finished after it has begun' },
]

export type LinkTerms = { type: LinkType; lagDays: number }

/** How a link waits, in words; nothing for the ordinary one. */
export const linkKind = (type: LinkType): string =>
  type === 'FS' ? '' : (linkChoices.find(({ value }) => value === type)?.text ?? '')

/** "Contract at Legal", "Contract at Legal: begins after it has begun, 2 days later". The ordinary link goes without saying. */
export function linkWords({ type, lagDays }: LinkTerms, title: string): string {
  const how = linkKind(type)
  const lag = lagDays === 0 ? '' : `${count(Math.abs(lagDays), 'working day')} ${lagDays > 0 ? 'later' : 'earlier'}`
  const terms = [how, lag].filter(Boolean).join(', ')
  return terms ? `${title}: ${terms}` : title
}
