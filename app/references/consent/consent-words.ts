import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { labels } from '#app/kit/label-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { listOfWords } from '#app/ui/form-reply.ts'
import { quoted } from '#app/ui/name-words.ts'
import { amount } from '#emails/parts/amounts.ts'
import { isMeetingKind, usualCallsPerQuarter } from '../library/call-rules.ts'
import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { consentFormWords, kindHints, personWords } from '../reference-words.ts'

export type WordedConsent = {
  vendor: string
  account: string
  kinds: readonly ReferenceKind[]
  callsPerQuarter: number | null
  quoteText: string | null
  until: string | null
  never: readonly string[]
  /** By name. */
  approver: string | null
  note: string | null
}

const fact = (label: string, value: string): string => `${label}: ${value}`

const quoteSentence = (quote: string): string => fact(labels.quoteText, quoted(quote))

const callsWords = (limit: number | null): string =>
  limit === null ? `the usual ${amount(usualCallsPerQuarter)}` : amount(limit)

/** What a person agreed to, as the form put it to them: the sentence beside each ticked box, and each limit under its label. */
export function consentSentences(consent: WordedConsent): string[] {
  const { vendor, account, kinds, callsPerQuarter, quoteText, until, never, approver, note } = consent
  const hints = kindHints(vendor, account)
  return [
    ...referenceKinds.filter((kind) => kinds.includes(kind)).map((kind) => fact(kindLabels[kind], hints[kind])),
    ...(quoteText === null ? [] : [quoteSentence(quoteText)]),
    ...(kinds.some(isMeetingKind) ? [fact(labels.callsPerQuarter, callsWords(callsPerQuarter))] : []),
    ...(until === null ? [] : [fact(labels.until, longDate(until))]),
    ...(never.length === 0 ? [] : [fact(labels.never, factsWords(never))]),
    ...(approver === null ? [] : [fact(consentFormWords.approver, approver)]),
    ...(note === null ? [] : [fact(consentFormWords.conditions, note)]),
  ]
}

/** A posted value of the form as people read it, where two versions of a consent are compared. */
export function consentFieldWords(
  field: string,
  value: string,
  people: readonly { id: string; name: string; email: string }[],
): string {
  if (field === 'kinds')
    return listWords(referenceKinds.filter((kind) => value.includes(kind)).map((kind) => kindLabels[kind]))
  if (field === 'until') return value && longDate(value)
  if (field === 'never') return listWords(listOfWords(value) ?? value.split('\n').filter(Boolean))
  const person = field === 'approverId' ? people.find(({ id }) => id === value) : undefined
  return person ? personWords(person.name, person.email) : value
}

/**
 * The history as the vendor reads it: a quote that may no longer be used is not shown there either.
 * @param quote the words that may be shown now
 */
export const withoutWithdrawnQuotes = <Entry extends { said: readonly string[] }>(
  entries: readonly Entry[],
  quote: string | null,
): Entry[] =>
  entries.map((entry) => ({
    ...entry,
    said: entry.said.map((sentence) =>
      sentence.startsWith(fact(labels.quoteText, '')) && (quote === null || sentence !== quoteSentence(quote))
        ? fact(labels.quoteText, consentHistoryWords.quoteGone)
        : sentence,
    ),
  }))

/** What each entry of the history of consents says was done. */
export const consentAnswerWords: Record<'given' | 'changed' | 'withdrawn', string> = {
  given: 'Consent given',
  changed: 'Consent changed',
  withdrawn: 'Consent withdrawn',
}

/** When an entry was made and by whose answer. */
export const consentMomentParts = <Name>({ on, time }: { on: string; time: string }, by: Name) =>
  sentenceParts`${factsWords([longDate(on), time])}, ${by}`

export const consentHistoryWords = {
  title: 'History of this consent',
  intro: 'Each entry keeps the wording of its day. No one can change or remove it.',
  empty: 'No consent was given yet.',
  former: 'A former participant',
  quoteGone: 'not shown, as it may no longer be used',
}
