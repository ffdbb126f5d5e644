import { searchedText } from '#app/ui/searched-text.ts'

/** What a reference is used for, as far as a champion may have ruled it out. */
export type AboutDeal = { deal: string; region: string | null; competitor: string | null }

const inWords = (text: string) =>
  ` ${searchedText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/**
 * The first of what a champion never wants to be a reference for that a deal names, by whole words in any case.
 * @returns with what names it
 */
export function ruledOut(
  never: readonly string[],
  about: AboutDeal,
): { entry: string; in: keyof AboutDeal } | undefined {
  const parts = ['deal', 'region', 'competitor'] as const
  const found = never.flatMap((entry) => {
    const part = inWords(entry).trim() && parts.find((it) => inWords(about[it] ?? '').includes(inWords(entry)))
    return part ? [{ entry, in: part }] : []
  })
  return found[0]
}
