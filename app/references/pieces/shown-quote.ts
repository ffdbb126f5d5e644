/** Who says a quote: by name, with their job title at this customer. */
export type Speaker = { name: string; title: string | null }

type Quote<By> = {
  /** The words that were given with the consent, when and by which person. */
  given: { text: string | null; at: Date | null; by: By | null }
  /** What was approved of marketing's words. */
  approved: { text: string; at: Date; by: By | null } | null
}

/** The quote that may be shown, word for word, and who says it: the last one that was approved. */
export function shownQuote<By>({ given, approved }: Quote<By>): { text: string; by: By | null } | null {
  if (approved && (given.text === null || given.at === null || approved.at >= given.at))
    return { text: approved.text, by: approved.by }
  return given.text === null ? null : { text: given.text, by: given.by }
}
