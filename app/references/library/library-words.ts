import type { ReferenceKind } from '#app/runner/events/reference-kinds.ts'
import { kindNames } from '#app/runner/events/reference-kind-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { amount } from '#emails/parts/amounts.ts'
import { factsWords, listWords } from '#emails/parts/list-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import type { Facet } from './library-filter.ts'

export const libraryLabels = {
  product: labels.product,
  provenCapabilities: labels.provenCapabilities,
  companySize: labels.companySize,
  language: labels.language,
}

export const facetLabels: Record<Facet, string> = {
  industry: labels.industry,
  region: labels.region,
  companySize: labels.companySize,
  language: labels.language,
  product: labels.product,
  capability: 'Capability',
  measure: 'Measure',
}

export const libraryIntro = (all: number): string =>
  all === 0
    ? 'References that customers agreed to appear here.'
    : `${count(all, 'reference')} that you may use, with what the customer agreed to.`

export const showAllReferencesWords = (all: number): string =>
  all === 1 ? 'Show the only reference' : `Show all ${amount(all)} references`

/** What is known of a customer, in a line. */
export const customerFactsWords = (facts: readonly (string | null)[]): string =>
  factsWords(facts.filter((fact) => fact !== null))

export const usableUntilWords = (day: string): string => `May be used until ${longDate(day)}`

export const neverForWords = (never: readonly string[]): string => `Never for ${listWords(never)}`

/** Beside the other limits. */
export const usesApprovedByWords = (approver: string): string => `Each use must be approved by ${approver}`

export const libraryWords = {
  title: pageNames.library,
  search: 'Search',
  searchHint: 'Customer, win, product or any word',
  filter: 'Search references',
  kind: 'May be used as',
  more: 'More filters',
  show: 'Show',
  customer: 'Customer',
  win: 'Win',
  use: 'May be used',
  calls: 'Calls',
  none: 'No reference matches.',
  empty: 'No references yet',
  howItFills:
    'When a customer confirms its first win and agrees to be a reference, it appears here with what you may use.',
  yours: 'Your requests',
}

const notWritten = 'not written yet'

const notReady: Record<ReferenceKind, string> = {
  logo: 'not given yet',
  quote: notWritten,
  'case-study': notWritten,
  call: 'none now',
  review: 'not yet',
  talk: 'none now',
}

/** A kind that was agreed to, and that it cannot be used yet where it is not ready. */
export const libraryKindWords = (kind: ReferenceKind, isReady: boolean): string =>
  isReady ? kindNames[kind] : `${kindNames[kind]}: ${notReady[kind]}`

export const libraryEntryWords = {
  mayUse: 'What you may use',
  noWords: 'Agreed, but no wording is approved yet, so nothing can be used',
  consent: 'Consent and uses',
  gone: 'This reference may not be used any longer. Requests that are not settled are listed below.',
  describe: 'Describe this reference',
  describeHint: 'Members find it by this in the library.',
  capabilitiesHint: 'With commas between them',
  save: 'Save',
}
