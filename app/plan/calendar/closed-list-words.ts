import { count } from '#app/ui/amount-words.ts'

/** The fold over closed periods beyond the next ones. */
export const moreClosedWords = (folded: number): string => count(folded, 'more closed period')

export const closedListWords = {
  title: 'Closed',
}
