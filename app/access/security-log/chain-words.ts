import { count } from '#app/ui/amount-words.ts'

/** A check of the chain that found an entry which does not fit. @param entries how many before it fit */
export const brokenChainWords = ({ number, why }: { number: number; why: string }, entries: number): string =>
  `The log was changed at entry ${number}. ${why} ${count(entries, 'earlier entry is', 'earlier entries are')} unchanged. ` +
  'Someone changed the database itself. Export the log and tell the people who run the database.'

/** A check that found no fault. @param since where the log begins now, if older entries were deleted; the day in words */
export function wholeChainWords(entries: number, since?: { number: number; day: string }): string {
  const whole = `The log is complete and unchanged (${count(entries, 'entry', 'entries')}).`
  if (!since) return whole
  return `${whole} It goes back to ${since.day} (entry ${since.number}). Older entries were deleted because of their age, and the log records this.`
}

export const chainFaults = {
  missingBefore: 'Entries before it are missing.',
  outOfOrder: 'It does not follow the entry before it.',
  missing: 'The entry is missing.',
  contentChanged: 'Its person, network or details were changed.',
  placeChanged: 'Its time, type or position was changed.',
  missingAtEnd: 'Entries at the end are missing.',
  deletedUnrecorded: 'Entries before it are missing, and there is no record of their deletion.',
  erasedUnrecorded: 'Its content was erased without a record.',
  addedOutside: 'Some entries were added outside the chain.',
}
