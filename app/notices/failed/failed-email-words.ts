import { pageNames } from '#app/kit/page-name-words.ts'
import type { NoticeKind } from '#app/outbox/notice-kinds.ts'

const kindNames: Partial<Record<NoticeKind, string>> = {
  invitation: 'Invitation',
  daily: 'Daily email',
  'member-added': 'Welcome email',
  'sign-in': 'Sign-in link',
  'sign-in-code': 'Sign-in code',
  'security-notice': 'Security notice',
  'win-confirmed': 'First win confirmed',
  'reference-ready': 'Reference ready',
}

/** What kind of email it is, and to which address. @param stored may be a kind of another version */
export const failedEmailWords = (stored: string, to: string): string =>
  `${(kindNames as Readonly<Record<string, string>>)[stored] ?? 'Email about a plan'} to ${to}`

export const failedEmailsWords = {
  title: pageNames.failedEmails,
  intro: 'Emails that the mail service refused, or whose address can’t be reached.',
  none: 'Every email was sent',
  noneHint: 'Emails that could not be sent are listed here with the reason.',
  unknown: 'The reason is not known.',
  sendAgain: 'Send email again',
  queued: 'The email will be sent in a moment.',
}

export const failedEmailRefusals = { notFailed: 'This email has been sent or is waiting to be sent.' }
