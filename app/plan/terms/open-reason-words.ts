export const openReasonWords = {
  label: 'Reason for the date',
  /** @param date the critical date, in words */
  question: (date: string): string => `Why ${date}?`,
  why: 'No one has said what depends on this date yet. A date is easier to keep when both sides know the reason.',
  say: 'Say why this date matters',
}
