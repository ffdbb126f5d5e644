/** How many letters may be wrong in a word of so many. */
const mistakesIn = (letters: number): number => (letters < 4 ? 0 : letters < 8 ? 1 : 2)

/** The most words that one is taken for. */
const mostWords = 5

/** Those of some words that may be meant by a typed one with a letter missing, added, wrong or swapped with the next; the closest first. */
export function closestWords(typed: string, words: readonly string[]): string[] {
  const most = mistakesIn([...typed].length)
  const close = words.flatMap((word) => {
    const mistakes = mistakesBetween([...typed], [...word], most)
    return mistakes === 0 || mistakes > most ? [] : [{ word, mistakes }]
  })
  const least = Math.min(...close.map(({ mistakes }) => mistakes))
  return close
    .filter(({ mistakes }) => mistakes === least)
    .map(({ word }) => word)
    .slice(0, mostWords)
}

/** Letters missing, added, wrong or swapped with the next between two words (Damerau and Levenshtein); more than `most` where there are more. */
function mistakesBetween(from: readonly string[], to: readonly string[], most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let [before, row]: [number[], number[]] = [[], Array.from({ length: to.length + 1 }, (_, at) => at)]
  for (const [i, letter] of from.entries()) {
    const next = [i + 1]
    for (const [j, other] of to.entries()) {
      const swapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === other
      next.push(
        Math.min(
          (row[j + 1] ?? 0) + 1,
          (next[j] ?? 0) + 1,
          (row[j] ?? 0) + (letter === other ? 0 : 1),
          swapped ? (before[j - 1] ?? 0) + 1 : Infinity,
        ),
      )
    }
    ;[before, row] = [row, next]
  }
  return row[to.length] ?? 0
}
