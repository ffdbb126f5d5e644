/** A version of the agreement, with its day. */
export const versionWords = (number: number, day: string): string => `Version ${number}, ${day}`

/** A day by which something is due, in words. */
export const byWords = (day: string): string => `by ${day}`

export const agreedPageTitle = (day: string): string => `What was agreed on ${day}`

/** Between which companies, and which version of how many. */
export const agreedPartiesWords = ({
  vendor,
  customer,
  number,
  versions,
}: {
  vendor: string
  customer: string
  number: number
  versions: number
}): string => `${vendor} with ${customer}: version ${number} of ${versions}.`
