/** The parts of three letters of a word, its beginning and end marked by spaces, each once: words that look alike share most of them. */
export function partsOfWord(word: string): string[] {
  const letters = [...`  ${word} `]
  return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))]
}

/** The part that words with this beginning share: that of their first two letters, or of the only one that was typed. */
export function partOfBeginning(beginning: string): string {
  const [first = '', second] = beginning
  return second === undefined ? `  ${first}` : ` ${first}${second}`
}
