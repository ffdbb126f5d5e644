import type { WinMeasure } from '#app/plan/terms/win-measure.ts'
import { accentFrom, ownAccent } from '#app/ui/accent.ts'
import { longDate } from '#app/ui/date-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import type { CardColours, CardView } from './card-view.ts'
import { savedWords } from './saved-words.ts'

/** Someone who may be named on a card. */
export type CardPerson = {
  id: string
  name: string
  side: 'vendor' | 'customer'
  /** Whether they are named as long as no one has chosen. */
  isNamedFirst: boolean
  /** Whether they took their own name off: only they put it back. */
  hasLeft: boolean
}

/** The confirmed win, word for word, and what the customer chose to show of it. */
export type CardMaterial = WinMeasure & {
  winVersion: number
  vendor: string
  accent: string | null
  customer: string
  logo: string | null
  statement: string
  measure: string
  unit: string
  measured: number
  confirmedOn: string
  /** In the customer's own words; null for the statement. */
  headline: string | null
  /** Ids of who is named; null where no one has chosen. */
  chosen: readonly string[] | null
  people: readonly CardPerson[]
}

/** Who is named: those who were chosen and are still there, or those who come first; no one who took their own name off. */
export const namedPeople = ({ people, chosen }: Pick<CardMaterial, 'people' | 'chosen'>): CardPerson[] =>
  people.filter(({ id, isNamedFirst, hasLeft }) => !hasLeft && (chosen === null ? isNamedFirst : chosen.includes(id)))

/** A victory card: it says nothing that was not confirmed, and names no one who was not chosen. */
export function buildCard(material: CardMaterial): CardView {
  const { customer, vendor, unit } = material
  const named = namedPeople(material)
  const namesOf = (side: CardPerson['side']) => named.filter((it) => it.side === side).map(({ name }) => name)
  return {
    customer: { name: customer, people: namesOf('customer') },
    vendor: { name: vendor, people: namesOf('vendor') },
    headline: material.headline ?? material.statement,
    measure: material.measure,
    before: withUnit(material.baseline, unit),
    after: withUnit(material.measured, unit),
    saved: savedWords(material),
    on: longDate(material.confirmedOn),
  }
}

/** The colours of a card, which is light in both schemes. */
export function cardColours(accent: string | null): CardColours {
  const { accent: ground, on } = accentFrom(accent ?? ownAccent).light
  return { ground, on }
}
