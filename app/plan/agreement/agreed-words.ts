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

export const agreedDocumentWords = {
  pageTitle: 'What was agreed',
  differences: 'What has changed since',
  noDates: 'The dates of this version were not saved, so we can’t show what moved.',
  unchanged: 'No one has changed the terms or the tasks.',
  terms: 'Dates and first win',
  closed: 'Closed',
  tasks: 'The tasks',
  both: 'both',
  gone: 'no longer in the shared plan',
  versions: 'All versions',
  versionsLabel: 'Versions',
}
