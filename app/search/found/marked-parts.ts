import { searchedWords } from '#app/ui/searched-words.ts'

/** A piece of a text, and whether it is a word that was looked for. */
export type MarkedPart = { text: string; isMarked: boolean }

/** A text in pieces, the words that were looked for marked. */
export function markedParts(text: string, words: ReadonlySet<string>): MarkedPart[] {
  const parts: MarkedPart[] = []
  for (const piece of text.split(/([\p{L}\p{N}\p{M}]+)/u)) {
    const isMarked = searchedWords(piece).some((word) => words.has(word))
    const last = parts.at(-1)
    if (last?.isMarked === isMarked) last.text += piece
    else if (piece !== '') parts.push({ text: piece, isMarked })
  }
  return parts
}

/** How many letters stand before and after the first word that was looked for. */
const around = { before: 60, after: 140 }

/** What stands around the first word that was looked for, marked; null where there is none. */
export function excerpt(text: string, words: ReadonlySet<string>): MarkedPart[] | null {
  const line = text.replace(/\s+/g, ' ').trim()
  const first = [...line.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find(([piece]) =>
    searchedWords(piece).some((word) => words.has(word)),
  )
  if (!first) return null
  const from = startOfWord(line, first.index - around.before)
  const until = endOfWord(line, first.index + around.after)
  const parts = markedParts(line.slice(from, until), words)
  return [
    ...(from > 0 ? [{ text: '…', isMarked: false }] : []),
    ...parts,
    ...(until < line.length ? [{ text: '…', isMarked: false }] : []),
  ]
}

/** The next word that begins there or after it; the text itself for a place before it. */
const startOfWord = (line: string, at: number): number => (at <= 0 ? 0 : line.indexOf(' ', at) + 1)

/** The end of the word there, or of the text. */
function endOfWord(line: string, at: number): number {
  if (at >= line.length) return line.length
  const end = line.lastIndexOf(' ', at)
  return end > at - around.after ? end : at
}
