import { count, longDate } from '#app/ui/words.ts'

/** What a champion can agree to give, in the order of the form. */
export const referenceKinds = ['logo', 'quote', 'case-study', 'call', 'review'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

export const kindLabels: Record<ReferenceKind, string> = {
  logo: 'Logo',
  quote: 'Quote',
  'case-study': 'Case study',
  call: 'Call',
  review: 'Review',
}

/** On hold: agreed to, and the first win was corrected since. */
export type ReferenceAnswer = 'not asked' | 'later' | 'no' | 'agreed' | 'on hold'

/** How a reference stands, where no kinds can be listed. */
export const answerWords: Record<Exclude<ReferenceAnswer, 'agreed'>, string> = {
  'not asked': 'not asked yet, nothing may be used',
  later: 'asked, will decide later',
  no: 'said no, nothing may be used',
  'on hold': 'agreed before the first win was corrected, nothing may be used until agreed again',
}

/** "max. 2 calls per quarter", "until 31 December". */
export function limitWords(
  limits: { callsPerQuarter: number | null; until: string | null; note: string | null },
  today: string,
): string[] {
  const { callsPerQuarter, until, note } = limits
  return [
    callsPerQuarter !== null ? `max. ${count(callsPerQuarter, 'call')} per quarter` : '',
    until ? `until ${longDate(until, today)}` : '',
    note ?? '',
  ].filter(Boolean)
}
