import { figureUnits } from '#app/runner/events/figure-units.ts'
import { figureWords } from '#app/runner/events/figure-words.ts'
import { longFactsWords } from '#emails/parts/list-words.ts'
import { wholeFigures } from './figure-rows.ts'
import type { SituationValues } from './heard-sentences.ts'

/** A situation as a form carries what its sender saw. */
export const seenOfSituation = ({ figures, ...words }: SituationValues): Record<string, string> => ({
  ...words,
  figures: JSON.stringify(figures),
})

/** How a posted value of a situation reads to people: figures are JSON in a form. */
export function situationValueWords(field: string, value: string): string {
  if (field !== 'figures') return value
  const rows = wholeFigures(value) ?? []
  return longFactsWords(
    rows.flatMap(({ amount, unit, source }) => {
      const known = figureUnits.find((each) => each === unit)
      return known ? [figureWords({ amount: Number(amount), unit: known, source })] : []
    }),
  )
}
