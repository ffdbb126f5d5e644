import { pageNames } from '#app/kit/page-name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import type { SentNotice } from '#app/outbox/when-told.ts'

const kindNames: Record<SentNotice['kind'], string> = {
  invitation: 'Invitation',
  'invitation-reminder': 'Reminder of an invitation',
  'sign-in': 'Sign-in link',
  'sign-in-code': 'Sign-in code',
  'champion-proposed': 'Proposal of a champion',
  'handoff-offered': 'Handoff',
  'win-confirmed': 'First win confirmed',
  'win-corrected': 'First win corrected',
  'win-withdrawn': 'First win withdrawn',
  'reference-ready': 'Reference ready',
  'reference-agreed': 'Reference agreed',
  'reference-declined': 'Reference declined',
  'used-reference-ended': 'Reference no longer usable',
  'reference-call': 'About a reference call',
  'date-slipped': 'A date has slipped',
  'member-added': 'Welcome email',
  'security-notice': 'Security notice',
  daily: 'Daily email',
}

/**
 * What kind of email it is, and who gets it.
 * @param stored may be a kind of another version
 * @param to the reader's name, else the address
 */
export const failedEmailWords = (stored: string, to: string): string =>
  `${(kindNames as Readonly<Record<string, string>>)[stored] ?? 'Email about a plan'} to ${to}`

/** Its address where the title names the reader, its plan, and when it was written. */
export function failedEmailFacts<Part>({ address, plan, at }: { address: Part | null; plan: Part | null; at: Part }) {
  if (address !== null && plan !== null) return sentenceParts`${address} · ${plan} · ${at}`
  if (address !== null) return sentenceParts`${address} · ${at}`
  return plan === null ? sentenceParts`${at}` : sentenceParts`${plan} · ${at}`
}

export const failedEmailsWords = {
  title: pageNames.failedEmails,
  intro: 'Emails that the mail service refused, or whose address can’t be reached.',
  none: 'Every email was sent',
  noneHint: 'Emails that could not be sent are listed here with the reason.',
  unknown: 'The reason is not known.',
  unreadable: 'This version of Firstwin can’t read it. Ask the person who runs your installation to update it.',
  sendAgain: 'Send email again',
  queued: 'The email will be sent in a moment.',
  correct: 'Correct this address',
}

export const failedEmailRefusals = { notFailed: 'This email has been sent or is waiting to be sent.' }
