import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import type { EmailRhythm } from '../email-rhythms.ts'
import type { EmailTopic } from '#app/outbox/email-topics.ts'

export const rhythmWords: Record<EmailRhythm, string> = {
  daily: 'Once a day, on working days',
  weekly: 'Once a week, on Monday',
  none: 'Never',
}

export const emailTopicWords: Record<EmailTopic, { label: string; hint: string }> = {
  tasks: { label: 'Your tasks', hint: 'Tasks that you were given, can start, are due soon or are late.' },
  dates: { label: 'Dates that slip', hint: 'When go-live or the first win is expected later than its date.' },
  agreement: {
    label: 'Changes to the agreement',
    hint: 'Who agreed, what changed since, and requests to change it.',
  },
  talk: { label: 'Conversations', hint: 'Comments on your tasks, mentions, and answers to your questions.' },
  wins: { label: 'Results', hint: 'Confirmed wins, corrections and references. Confirmed wins are sent right away.' },
  people: { label: 'People', hint: 'Who joins the plan, and changed roles. Sent right away.' },
}

/** @param name of the person whose emails these are */
export const emailChoicesIntro = (workspace: string, name: string): string =>
  `For ${name}. Choose when ${workspace} collects what is new for you in one email. When nothing is new, no email is sent.`

export const ownZoneWords = (zone: string): string => `As on your plan (${zone.replaceAll('_', ' ')})`

export const emailChoicesWords = {
  title: pageNames.emailChoices,
  rhythm: 'How often',
  rhythmHint: 'Sign-in links, invitations and what you are asked for by name are always sent.',
  timeZone: labels.timeZone,
  timeZoneHint: 'The email is sent from 8:00 in this time zone.',
  topics: 'What it tells you about',
  save: buttonWords.save,
  saved: 'Your choices were saved.',
  unknown: 'This address is incomplete or no longer works',
  unknownHint: 'Open the link at the end of a recent email, or sign in.',
}
