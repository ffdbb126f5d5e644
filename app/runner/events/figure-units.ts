/** Currencies that a figure can be in. */
export const currencies = [
  ...(['EUR', 'USD', 'GBP', 'CHF', 'AUD', 'BRL', 'CAD', 'CZK', 'DKK', 'HUF', 'INR', 'JPY', 'NOK', 'NZD'] as const),
  ...(['PLN', 'RON', 'SEK', 'SGD', 'ZAR'] as const),
] as const

/** What a figure of a situation counts: hours a month, people, or money of one currency a year. */
export const figureUnits = ['hours', 'people', ...currencies] as const
export type FigureUnit = (typeof figureUnits)[number]

/** What a situation would be worth in time, people or money, and who or what says so. */
export type Figure = { amount: number; unit: FigureUnit; source: string }

export type FigureKind = 'time' | 'people' | 'money'

/** Figures of one unit can be added up, and of no other. */
export const kindOfUnit = (unit: FigureUnit): FigureKind =>
  unit === 'hours' ? 'time' : unit === 'people' ? 'people' : 'money'
