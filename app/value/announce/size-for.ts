export type TextSize = { upTo: number; size: number; lines: number }

/** Characters that take the room of two. */
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u

/** How much room a text takes, counted in Latin letters. */
const roomOf = (text: string) => [...text].reduce((room, it) => room + (wide.test(it) ? 1.8 : 1), 0)

/** The size at which a text of this length fits. @param sizes the largest first, the last one for everything that is longer */
export const sizeFor = (text: string, sizes: readonly [TextSize, ...TextSize[]]): TextSize =>
  sizes.find(({ upTo }) => roomOf(text) <= upTo) ?? sizes[0]
