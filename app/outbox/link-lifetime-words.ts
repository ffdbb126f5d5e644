import { count } from '#app/ui/amount-words.ts'
import { type LinkKind, type LinkSettings, isAskedFor } from './link-lifetimes.ts'

/** How long a link of this kind works: "15 minutes", "14 days". */
export const linkLifetimeWords = (kind: LinkKind, { signInLinkMinutes, invitationDays }: LinkSettings): string =>
  isAskedFor(kind) ? count(signInLinkMinutes, 'minute') : count(invitationDays, 'day')
