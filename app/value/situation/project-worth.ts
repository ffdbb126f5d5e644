import { type Figure, type FigureUnit, figureUnits } from '#app/runner/events/figure-units.ts'

/** The figures of one person's situation. */
export type PersonFigures = { person: string; isConfirmed: boolean; figures: readonly Figure[] }

/** What people have confirmed, and what they have not, of one unit. */
export type WorthSum = { unit: FigureUnit; confirmed: number; open: number }

/** The same with each figure, its person and source. */
export type WorthOfUnit = WorthSum & { parts: (Figure & { person: string; isConfirmed: boolean })[] }

/** As many decimals as are kept, so that no sum shows what computers add to it. */
const sumOf = (figures: readonly Figure[]) => Number(figures.reduce((sum, { amount }) => sum + amount, 0).toFixed(6))

/**
 * What a project is worth by the figures of its people, added up by unit: hours are never added to money, nor one currency to another. Only
 * situations that the reader may read belong here: a sum says something of each of its parts.
 */
export function projectWorth(people: readonly PersonFigures[]): WorthOfUnit[] {
  const all = people.flatMap(({ person, isConfirmed, figures }) =>
    figures.map((figure) => ({ ...figure, person, isConfirmed })),
  )
  return figureUnits.flatMap((unit) => {
    const parts = all.filter((part) => part.unit === unit)
    if (parts.length === 0) return []
    const confirmed = sumOf(parts.filter(({ isConfirmed }) => isConfirmed))
    return [{ unit, confirmed, open: sumOf(parts.filter(({ isConfirmed }) => !isConfirmed)), parts }]
  })
}
