import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { limitsText } from '#app/references/reference-words.ts'
import { kindLabels } from '#app/runner/events/reference-kind-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { consentAnswerWords } from '#app/references/consent/consent-words.ts'
import { standingWords } from '#app/references/library/request-words.ts'
import { capital, quoted } from '#app/ui/name-words.ts'
import type {
  ConsentRecord,
  HeardRecord,
  OwnCallRecord,
  OwnConsentEntry,
  OwnTextRecord,
  RecordCounts,
  ReferenceUseRecord,
  WinRecord,
} from './own-record.ts'

export const ownRecordIntro = (workspace: string): string =>
  `What ${workspace} has recorded about you, and where it is used. Correct or withdraw it here, take a copy, or have it erased.`

/** How a sheet stands, to the person whose words it holds. */
export function heardStateWords({ state, confirmedOn }: HeardRecord, workspace: string): string {
  if (state === 'updating') return `${workspace} is updating this. You will see it when it is shared with you again.`
  if (state === 'to confirm') return 'You have not confirmed this yet.'
  return confirmedOn ? `You confirmed this on ${longDate(confirmedOn)}.` : 'You confirmed this.'
}

/** "From 30 to 1 day". */
export const confirmedChangeWords = ({ unit, baseline, measured }: WinRecord): string =>
  `From ${amount(baseline)} to ${withUnit(measured, unit)}`

export const winConfirmedOnWords = (day: string): string => `You confirmed this on ${longDate(day)}.`

const withoutUse: Record<Exclude<ConsentRecord['answer'], 'agreed'>, string> = {
  'by another': 'Someone else at your company answers this now. What you agreed to yourself is below.',
  'not asked': 'You have not been asked. Nothing may be used.',
  later: 'You wanted to decide later. Nothing may be used.',
  no: 'You said no. Nothing may be used.',
  'on hold': 'You agreed before the first win was corrected. Nothing may be used until you agree again.',
  expired: 'Your consent has expired. Nothing may be used.',
}

/** What may be used of the person’s words and name, and within which limits. */
export function consentWords({ answer, kinds, callsPerQuarter, until, never }: ConsentRecord): string {
  if (answer !== 'agreed') return withoutUse[answer]
  const limits = limitsText({ callsPerQuarter, until, never, approver: null })
  const agreed = listWords(kinds.map((kind) => kindLabels[kind]))
  return limits ? `You agreed to: ${agreed} (${limits}).` : `You agreed to: ${agreed}.`
}

export const agreedQuoteWords = (quote: string): string => `The quote you approved: ${quoted(quote)}`

/** To the person that the champion named in the limits of a consent. */
export const approvesUsesWords = (workspace: string): string =>
  `You are named as the person who approves each use of this reference. ${workspace} asks you before it uses it.`

export const answeredOnWords = (day: string): string => `You answered on ${longDate(day)}.`

/** "Call on 3 June 2026, by Sam Ortiz: Northwind". */
export const usedWords = ({ kind, on, by, what }: ReferenceUseRecord): string =>
  `${kind} on ${longDate(on)}, by ${by}: ${what}`

/** "Case study: you approved it on 3 June 2026." */
export function ownTextWords({ kind, state, answeredOn, reason }: OwnTextRecord): string {
  const name = kindLabels[kind]
  const on = answeredOn === null ? '' : ` on ${longDate(answeredOn)}`
  if (state === 'sent') return `${name}: waiting for your answer.`
  if (state === 'approved') return `${name}: you approved it${on}.`
  if (state === 'sent back')
    return reason === null ? `${name}: you sent it back${on}.` : `${name}: you sent it back${on}: ${quoted(reason)}`
  return `${name}: you answered it${on}. It is no longer shown.`
}

/** "Reference call with Adria, asked by Sam Ortiz: accepted, Tuesday, 23 June, 16:00 CEST". */
export const ownCallWords = ({ what, deal, by, standing, when }: OwnCallRecord): string =>
  `${capital(what)} with ${deal}, asked by ${by}: ${factsWords([standingWords[standing], ...(when === null ? [] : [when])])}`

/** "Consent given, 17 June 2026". */
export const ownConsentEntryWords = ({ answer, on }: OwnConsentEntry): string =>
  factsWords([consentAnswerWords[answer], longDate(on)])

/** Where only someone else can change what the person confirmed. */
export const askChampionWords = (champion: string): string =>
  `Only the champion can correct or withdraw this. Please ask ${champion}.`

/** "Yours on your plans: 3 tasks and 2 comments.", or nothing where there is nothing. */
export function countsWords({ tasks, comments, questions, measurements }: RecordCounts): string | null {
  const counted: [number, string][] = [
    [tasks, 'task'],
    [comments, 'comment'],
    [questions, 'question'],
    [measurements, 'measurement'],
  ]
  const some = counted.filter(([many]) => many > 0).map(([many, what]) => count(many, what))
  return some.length > 0 ? `Yours on your plans: ${listWords(some)}.` : null
}

/** What the button or link says it is about, for a list of many. */
export const onPlanLabel = (act: string, plan: string): string => `${act}: ${plan}`

export const ownRecordWords = {
  heard: 'What we heard from you',
  noHeard: 'No notes about you have been shared with you.',
  drafts: 'Drafts that were never shared with you are not listed.',
  change: 'View or change',
  wins: 'Wins you confirmed',
  noWins: 'You have not confirmed a win.',
  correct: 'Correct or withdraw',
  consents: 'What may be used as a reference',
  noConsents: 'You have not agreed to anything, so nothing may be used.',
  uses: 'Used so far:',
  noUses: 'Not used so far.',
  texts: 'Texts about your win:',
  readText: 'Read it and answer',
  calls: 'Calls you were asked for:',
  history: 'What you agreed to, word for word',
  changeConsent: 'Change or withdraw consent',
  approverChange: 'If you do not want this, ask the champion to name someone else.',
  cards: 'Victory cards and notes',
  noCards: 'No victory card names you, and you have written no note to management.',
  cardShared: 'The victory card names you. Anyone with its link can see it.',
  cardNotShared: 'The victory card names you. Only people on the plan can see it.',
  cardLeft: 'You removed your name from the victory card. No one else can put it back.',
  putBack: 'Put my name back',
  puttingBack: 'Putting it back…',
  namePutBack: 'Your name is back on the victory card.',
  seeCard: 'View the card',
  noteShared: 'You wrote a note to management. Anyone with its link can read it.',
  noteNotShared: 'You wrote a note to management. Only you can read it.',
  seeNote: 'View or change the note',
  removeName: 'Remove my name',
  removingName: 'Removing…',
  nameRemoved: 'Your name was removed from the victory card.',
  closed: 'You can no longer change this yourself. To have it removed, request erasure below.',
}
