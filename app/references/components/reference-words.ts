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

export type ReferenceAnswer = 'not asked' | 'later' | 'no' | 'agreed'

/** How a reference stands, where no kinds can be listed. */
export const answerWords: Record<Exclude<ReferenceAnswer, 'agreed'>, string> = {
  'not asked': 'not asked yet, nothing may be used',
  later: 'asked, wants to think about it',
  no: 'said no, nothing may be used',
}

/** "calls, 2 a quarter at most", "until 31 December". */
export function limitWords(
  limits: { callsPerQuarter: number | null; until: string | null; note: string | null },
  today: string,
): string[] {
  const { callsPerQuarter, until, note } = limits
  return [
    callsPerQuarter !== null ? `${count(callsPerQuarter, 'call')} a quarter at most` : '',
    until ? `until ${longDate(until, today)}` : '',
    note ?? '',
  ].filter(Boolean)
}
