import { searchedText } from '#app/ui/searched-text.ts'

/** The most entries that are listed. */
const mostListed = 30

/**
 * The entries that hold every word of what was typed, whatever its case and accents: first those that start with it, then those with a
 * word that does, then the others, each as they came; the first of all where nothing was typed.
 */
export function matchingEntries<Entry extends { text: string }>(entries: readonly Entry[], typed: string): Entry[] {
  const wanted = searchedText(typed).trim().replace(/\s+/g, ' ')
  const words = wanted.split(' ')
  const ranked = entries.flatMap((entry) => {
    const text = searchedText(entry.text)
    if (!words.every((word) => text.includes(word))) return []
    const rank = text.startsWith(wanted) ? 0 : isStartOfWord(text, wanted) ? 1 : text.includes(wanted) ? 2 : 3
    return [{ entry, rank }]
  })
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostListed)
    .map(({ entry }) => entry)
}

const isStartOfWord = (text: string, wanted: string) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(` ${wanted}`)
