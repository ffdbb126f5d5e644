/** "U+0-FF,U+2074" for each subset of a font, as tests of whether it covers a character. */
export const readRanges = (ranges: Readonly<Record<string, string>>): Record<string, (character: number) => boolean> =>
  Object.fromEntries(
    Object.entries(ranges).map(([subset, text]) => {
      const spans = text.split(',').map((it) => spanOf(it.trim().replace(/^U\+/i, '')))
      return [subset, (character: number) => spans.some(([from, to]) => from <= character && character <= to)]
    }),
  )

function spanOf(text: string): [number, number] {
  const [from = '', to = from] = text.split('-')
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
}
