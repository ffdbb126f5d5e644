import { figureAmountWords, figureWords } from '#app/runner/events/figure-words.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { listWords } from '#emails/parts/list-words.ts'
import type { WorthOfUnit, WorthSum } from './project-worth.ts'

export const projectWorthWords = {
  title: 'What the project is worth',
  hint: 'Added up from the figures under “What we heard”. Different units and currencies are never added together.',
  sources: 'Figures and sources',
}

/** "Confirmed: EUR 180,000 a year. Not confirmed yet: 320 hours a month and 2 people." */
export function worthWords(sums: readonly WorthSum[]): string {
  const confirmed = sums.flatMap(({ unit, confirmed: amount }) =>
    amount > 0 ? figureAmountWords({ amount, unit }) : [],
  )
  const open = sums.flatMap(({ unit, open: amount }) => (amount > 0 ? figureAmountWords({ amount, unit }) : []))
  const sentences = [
    confirmed.length > 0 ? `Confirmed: ${listWords(confirmed)}.` : '',
    open.length > 0 ? `Not confirmed yet: ${listWords(open)}.` : '',
  ]
  return sentences.filter(Boolean).join(' ')
}

/** One figure of the sum, with its person and source: "Jonas Lind: EUR 180,000 a year (finance report Q1)". */
export const worthPartWords = (part: WorthOfUnit['parts'][number]): string =>
  `${isolateDirection(part.person)}: ${figureWords({ ...part, source: isolateDirection(part.source) })}`
