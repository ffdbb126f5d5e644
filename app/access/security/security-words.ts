import { sentenceParts } from '#app/ui/sentence-parts.ts'

/** @param name of the format */
export const exportWords = (name: string): string => `Export ${name}`

export const whenTitle = (timeZone: string): string => `When (${timeZone})`

export const fromNetworkWords = (network: string): string => `from ${network}`

/** What the log holds. @param link makes a link of its text */
export const logWords = <Link>(link: (text: string) => Link) =>
  sentenceParts`Who signed in, who was refused, and who changed permissions. Entries can’t be changed. They are only deleted by age, as set under ${link('Data and privacy')}.`
