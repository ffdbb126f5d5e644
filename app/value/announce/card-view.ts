/** The people of one company, as the champion chose them. */
export type CardCompany = { name: string; people: readonly string[] }

/** Everything that a victory card says; nothing else of the plan reaches the picture or the shared page. */
export type CardView = {
  customer: CardCompany
  vendor: CardCompany
  headline: string
  measure: string
  /** With their unit. */
  before: string
  after: string
  /** What became less or more; null where nothing did that is an improvement. */
  saved: string | null
  /** The day of the confirmation, in words. */
  on: string
}

/** The vendor's colour, readable on white, and what is written on it. */
export type CardColours = { ground: string; on: string }

/** What a picture is drawn from. */
export type CardPicture = CardView & {
  colours: CardColours
  /** The customer's logo as a data URI; null for the first letter. */
  logo: string | null
}
