import type { CardView } from './card-view.ts'

/** Every text of a card that people typed, and the figures with their units. */
export const cardTexts = ({ customer, vendor, headline, measure, before, after, saved, on }: CardView): string[] => [
  customer.name,
  ...customer.people,
  vendor.name,
  ...vendor.people,
  headline,
  measure,
  before,
  after,
  saved ?? '',
  on,
]
