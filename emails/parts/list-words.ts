/** Lists in a sentence, on pages and in emails alike. Not by Intl.ListFormat: its first use would slow a page down, as `app/ui/date-words.ts` says. */

const joined = (items: readonly string[], word: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`

/** "a", "a and b", "a, b and c". */
export const listWords = (items: readonly string[]): string => joined(items, 'and')

/** "a", "a or b", "a, b or c". */
export const eitherWords = (items: readonly string[]): string => joined(items, 'or')

/** Facts side by side: "a, b, c". */
export const factsWords = (facts: readonly string[]): string => facts.join(', ')

/** The same for facts with commas of their own: "Plant shutdown, 3 – 14 August; Inventory, 1 September". */
export const longFactsWords = (facts: readonly string[]): string => facts.join('; ')
