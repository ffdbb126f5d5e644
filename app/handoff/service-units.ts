import { currencies } from '#app/runner/events/figure-units.ts'

/** What was paid for besides the product: days of service, or a budget in one currency. */
export const serviceUnits = ['days', ...currencies] as const
export type ServiceUnit = (typeof serviceUnits)[number]
