type Quote = {
  /** The words that the champion gave with the consent, and when. */
  given: { text: string | null; at: Date | null }
  /** What the champion approved of marketing's words. */
  approved: { text: string; at: Date } | null
}

/** The quote that may be shown: whatever the champion approved last, word for word. */
export const shownQuote = ({ given, approved }: Quote): string | null =>
  approved && (given.text === null || given.at === null || approved.at >= given.at) ? approved.text : given.text
