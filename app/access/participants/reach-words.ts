import { longDate } from '#app/ui/date-words.ts'
import type { PersonReach } from './invitation-state.ts'

/** Whether a person was reached, in one line. @param today the reader's day, `YYYY-MM-DD` */
export function reachWords(name: string, reach: PersonReach, today: string): string | null {
  if (reach.blocked === 'bounced') return `${name} gets no emails: they come back from this address.`
  if (reach.blocked === 'complained') return `${name} marked an email as spam and gets sign-in links only.`
  if (reach.openedOn !== null)
    return reach.seenOn === null || reach.seenOn === reach.openedOn
      ? `Opened the plan on ${longDate(reach.openedOn, today)}`
      : `Opened the plan on ${longDate(reach.openedOn, today)}, last seen on ${longDate(reach.seenOn, today)}`
  switch (reach.invitation?.state) {
    case undefined:
      return null
    case 'waiting':
      return 'The invitation is waiting to be sent'
    case 'failed':
      return 'The invitation could not be sent'
    case 'sent':
      return `Invitation sent on ${longDate(reach.invitation.on, today)}, not opened yet`
    case 'delivered':
      return `Invitation delivered on ${longDate(reach.invitation.on, today)}, not opened yet`
  }
}

/** Asks for another address. */
export const neverGotWords = (name: string): string => `${name} never got it. Is there another address?`

export const otherAddressHint = (name: string): string =>
  `${name} gets a new invitation there and keeps role and tasks. The link sent to the old address stops working.`

export const reachControlWords = {
  email: 'Another email address',
  sendThere: 'Send to this address',
  sendAgain: 'Send it again',
}

export const planLinkWords = {
  copy: 'Copy link to the plan',
  copied: 'Copied',
  notCopied: 'Your browser did not copy it. Please copy the address of the plan.',
  hint: 'It opens for people you invited, who sign in with their own email address.',
}
