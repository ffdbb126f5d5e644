import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import { kindLabels, kindNames } from '#app/runner/events/reference-kind-words.ts'
import { amount, withUnit } from '#emails/parts/amounts.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { possessive, quoted } from '#app/ui/name-words.ts'
import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { usualCallsPerQuarter } from './library/call-rules.ts'
import { goalNames } from '#app/plan/core/goal-name-words.ts'

/** A tag for each kind on marketing's board: "logo", or "no logo" where it may not be used. */
export const kindTag = (kind: ReferenceKind, isAgreed: boolean): string =>
  isAgreed ? kindNames[kind] : withoutKindTags[kind]

const withoutKindTags: Record<ReferenceKind, string> = {
  logo: 'no logo',
  quote: 'no quote',
  'case-study': 'no case study',
  call: 'no call',
  review: 'no review',
  talk: 'no talk',
}

/** Who confirmed a first win and when. @param domain of the confirmer's email address */
export const confirmedByWords = <Name>(win: { on: string; by: Name; domain: string }, today: string) =>
  sentenceParts`confirmed ${longDate(win.on, today)} by ${win.by} (${win.domain})`

type Value = { unit: string; target: number; targetMet: boolean }

/** "target met: 2 days", "target of 2 days not met". */
export const targetTag = ({ unit, target, targetMet }: Value): string =>
  targetMet ? `target met: ${withUnit(target, unit)}` : `target of ${withUnit(target, unit)} not met`

type Result = { measure: string; unit: string; baseline: number; target: number; measured: number }

/** What a confirmed first win achieved, and what its target was. */
export const resultWords = ({ measure, unit, baseline, target, measured }: Result): string =>
  `${measure}: from ${amount(baseline)} to ${withUnit(measured, unit)}. The target was ${withUnit(target, unit)}.`

type AgreedFor = { baseline: number; measured: number; unit: string; statement: string }

/** The first win as it was when a consent was given that is now on hold. */
export const agreedWinWords = ({ baseline, measured, unit, statement }: AgreedFor): string =>
  `Agreed for ${amount(baseline)} → ${withUnit(measured, unit)}: ${quoted(statement)}`

type Limits = {
  callsPerQuarter: number | null
  until: string | null
  note: string | null
  never: readonly string[]
  /** Who must approve each use, by name. */
  approver: string | null
}

/** Calls and talks, which one number bounds. */
export const countedCalls = (many: number): string => count(many, 'call or talk', 'calls or talks')

const mostWords = (callsPerQuarter: number): string => `max. ${countedCalls(callsPerQuarter)} per quarter`

/** "max. 2 calls or talks per quarter", "until 31 December 2027": a consent is read for years, so always with the year. */
export function limitWords({ callsPerQuarter, until, never, approver }: Omit<Limits, 'note'>): string[] {
  return [
    callsPerQuarter !== null ? mostWords(callsPerQuarter) : '',
    until ? `until ${longDate(until)}` : '',
    never.length > 0 ? `never for ${listWords(never)}` : '',
    approver !== null ? `each use approved by ${approver}` : '',
  ].filter(Boolean)
}

/** What agreeing to each kind means, beside its box. */
export const kindHints = (vendor: string, account: string): Record<ReferenceKind, string> => ({
  logo: `${vendor} may show ${possessive(account)} logo among its customers.`,
  quote: 'The quote below, with your name and job title. Nothing else.',
  'case-study': 'A page about this project. You review and approve it first.',
  call: 'A prospective customer may call you, within the limits below. Each time, you decide.',
  review: 'You write a review yourself, on a site of your choice.',
  talk: 'You speak about this project at an event or webinar, within the limits below. Each time, you decide.',
})

/** What was agreed to, a line for each kind. */
export const agreedKindWords = (
  kind: ReferenceKind,
  { quoteText, callsPerQuarter }: { quoteText: string; callsPerQuarter: number | null },
): string =>
  kind === 'quote'
    ? `${kindLabels.quote}: ${quoted(quoteText)}`
    : kind === 'call' && callsPerQuarter !== null
      ? `${kindLabels.call}, ${mostWords(callsPerQuarter)}`
      : kindLabels[kind]

export const referenceIntro = (vendor: string, account: string): string =>
  `You choose what ${vendor} may use of ${possessive(account)} first win, and set the limits.`

/** Above a consent that can only be withdrawn. */
export function givenConsentIntro({ vendor, account, isArchived }: GivenConsent): string {
  return isArchived
    ? `This plan is archived. You can still withdraw the consent for ${vendor} to use ${possessive(account)} first win at any time.`
    : `You no longer lead this plan. You can still withdraw your consent for ${vendor} to use ${possessive(account)} first win at any time.`
}
type GivenConsent = { vendor: string; account: string; isArchived: boolean }

/** The sentence above marketing's board. */
export function boardIntro({ wins, agreed }: { wins: number; agreed: number }): string {
  if (wins === 0) return 'Confirmed first wins appear here automatically.'
  const confirmed = count(wins, 'confirmed win')
  return agreed === 0
    ? `${confirmed}, none with consent to be a reference.`
    : `${confirmed}, ${amount(agreed)} with consent to be a reference.`
}

/** A person to choose, by name and email address. */
export const personWords = (name: string, email: string): string => `${name} (${email})`

export const downloadLogoWords = 'Download the logo'

export const logoAlt = (account: string): string => `Logo of ${account}`

export const mayUseTitle = (workspace: string): string => `${workspace} may use`

export const untilWords = (day: string): string => `Until ${day}.`

export const conditionsWords = (note: string): string => `Conditions: ${note}`

/** Above the kinds that were agreed to. */
const agreedToTitle = 'What the consent covers'

/** What withdrawing does, and who is told. */
export const withdrawConsentSays = (vendor: string): string =>
  `From now on ${vendor} may use nothing of it. Marketing and everyone who used it are told at once and asked to take down what is already published. Reference calls that are requested or planned end. You can agree again at any time.`

export const givenConsentWords = {
  yourData: 'See all data kept about you',
  title: agreedToTitle,
  expired: 'The consent has expired, so nothing may be used.',
  onHold: 'The first win was corrected after the consent was given, so nothing may be used.',
  onHoldForGood:
    'The first win was corrected after the consent was given, so nothing may be used. The corrected wording can’t be agreed while the plan is archived.',
  none: 'Nothing may be used: there is no consent.',
}

export const consentFormWords = {
  kinds: 'You agree to',
  quote: labels.quoteText,
  calls: labels.callsPerQuarter,
  callsHint: `Leave empty for the usual ${amount(usualCallsPerQuarter)}`,
  until: labels.until,
  untilHint: 'Leave empty for no end date',
  never: labels.never,
  neverHint: 'Regions, industries or competitors, one per line. For example: Acme Foods',
  approver: labels.approvesUse,
  noApprover: 'No one, the limits are enough',
  logoFile: 'Picture of the logo',
  /** For a form that someone else's change came between: no page can keep a chosen file. */
  logoAgain:
    'Choosing a version saves the consent without a newly chosen logo picture. To add one, open the consent again afterwards.',
  logoFileHint: 'PNG, JPEG or WebP, at most 200 kB',
  logoFrom: 'If you choose no picture, use',
  logoFromNone: 'None yet, we send it later',
  logoFromPlan: 'The one on the plan',
  logoFromGiven: 'The one you gave before',
  limits: 'Limits for all of it',
  conditions: 'Conditions',
  conditionsHint: 'For example: not before the annual report',
  withdrawal:
    'You can withdraw consent at any time. From then on nothing may be used, and everyone who used it is asked to take down what is already published.',
  give: 'Give consent',
  save: 'Save changes',
}

export const consentPageWords = {
  back: 'To your consent',
  calls: pageNames.calls,
  title: mainPageNames.agreeToReference,
  championOnly: 'Only the customer’s champion can answer this.',
  withdraw: 'Withdraw consent',
  withdrawNow: 'Withdraw consent now',
  later: 'Later',
  no: 'No',
  given: agreedToTitle,
  onHold:
    'The first win was corrected after the consent was given, so nothing may be used now. Please check it again: your consent applies to the wording below.',
  expired: 'The consent has expired, so nothing may be used now. To agree again, change the end date below.',
}

/** To a champion who reads the consent that someone else gave. */
export const givenByOtherWords = (giver: string): string =>
  `${giver} agreed to this. It stays valid. Calls and talks can only be requested once you agree yourself.`

export const boardWords = {
  customer: 'Customer',
  win: goalNames.win,
  agreedTo: 'Agreed to',
  limits: 'Limits',
  personalAddress: 'personal email address: check who confirmed before you use anything',
  empty: 'No wins confirmed yet',
  sampleCustomer: 'Your customer',
  sampleWin: '30 → 1 day, time to close a month. Confirmed 6 October by your champion.',
  sampleQuote: 'quote',
  sampleCall: 'call',
  sampleLogo: 'no logo',
  howItFills:
    'When a customer confirms its first win, it appears here with its numbers and marketing gets an email. The customer then decides what you may use.',
  title: mainPageNames.references,
}

export const referenceRefusals = {
  notConfirmed: 'You can answer this once the first win is confirmed.',
  agreedBefore: 'You already agreed to a reference. You can change or withdraw it.',
  corrected: 'The first win was corrected in the meantime. Please check it again before you agree.',
  changedOften: 'You changed your consent many times today. You can change it again tomorrow, or withdraw it now.',
  chooseOne: 'Please choose at least one kind of use.',
  enterQuote: 'Please enter the quote that you approve.',
  approverLeft: 'This person is no longer on the plan. Please choose someone else.',
  logoGone: 'This picture no longer exists. Please choose another one.',
}

/** The same in one line. */
export const limitsText = (limits: Omit<Limits, 'note'>): string => factsWords(limitWords(limits))

/** What a confirmed first win achieved, in a row: "**30 → 1 day**, time to close a month". @param strong marks the change */
export const achievedParts = <Part>(
  { baseline, measured, unit, measure }: Pick<Result, 'measure' | 'unit' | 'baseline' | 'measured'>,
  strong: (change: string) => Part,
) => sentenceParts`${strong(`${amount(baseline)} → ${withUnit(measured, unit)}`)}, ${measure}`

/** In the lists that narrow the references. */
export const narrowingWords = { any: 'Any' }
