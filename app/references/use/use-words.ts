import { kindName } from '#app/runner/events/reference-kind-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { longDate } from '#app/ui/date-words.ts'

/** A use in the list: "Call, 12 June: Nordwind, by Ola Berg". */
export const usedParts = <Name>(use: { kind: string; on: string; what: string; by: Name }, today: string) =>
  sentenceParts`${kindName(use.kind)}, ${longDate(use.on, today)}: ${use.what}, by ${use.by}`

/** For a use on a day on which nothing was agreed to yet. */
export const beforeConsentWords = (agreedOn: string): string =>
  `The customer agreed on ${longDate(agreedOn)}. Please enter that day or a later one.`

/** For a use on a day between two consents. */
export const noConsentOnWords = (day: string): string =>
  `The customer’s consent did not cover this on ${longDate(day)}. Please check the day.`

export const useWords = {
  title: 'Uses',
  intro: 'Note what you use: you are told when the consent ends.',
  none: 'No use has been noted yet.',
  note: 'Note a use',
  kind: 'What was used',
  usedOn: labels.usedOn,
  usedFor: labels.usedFor,
  usedForHint: 'The deal, page or event. For example: offer for Aldermann',
  remove: 'Remove',
  removeSays: 'The use is removed from this list. No one is told.',
  outcome: 'Change the outcome',
}

export const useRefusals = {
  noConsent: 'Nothing may be used at the moment, so no use was noted.',
  approverLeft:
    'The person who approves each use has left the plan, so no use was noted. Please ask the champion to name another.',
  notAgreed: 'The customer has not agreed to this.',
  notYet: 'This day is still to come.',
  noneLeft: 'All calls and talks that the customer agreed to in this quarter are taken. Please check the day.',
  notYours: 'Only the person who noted this use, or marketing, can remove it.',
  ofRequest: 'This use came from a request. Please change the outcome of the request instead.',
}
