import { possessive } from '#app/ui/name-words.ts'

/** "Time zone and calendars are copied from Halden Foods’ last plan". */
export const originWords = (from: 'account' | 'workspace', companies: { vendor: string; customer: string }): string =>
  from === 'account'
    ? `Time zone and calendars are copied from ${possessive(companies.customer)} last plan`
    : `Time zone and calendars are copied from ${possessive(companies.vendor)} settings`
