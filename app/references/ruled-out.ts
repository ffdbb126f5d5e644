import { searchedText } from '#app/ui/searched-text.ts'

/** What a reference is used for, as far as a champion may have ruled it out. */
export type AboutDeal = { deal: string; region: string | null; competitor: string | null }

/** Signs that end a word, as in "C++" and "C#". */
const signs = /(?<=[\p{L}\p{N}][+#]*)[+#](?=[+#]*(?![\p{L}\p{N}+#]))/u
const allBut = (kept: string) => new RegExp(`(?:(?!${kept})[^\\p{L}\\p{N}])+`, 'gu')

/** The words of a text between blanks. @param withSigns whether the signs that end them count */
const inWords = (text: string, withSigns: boolean) =>
  ` ${searchedText(text)
    .replace(withSigns ? allBut(signs.source) : allBut('$.'), ' ')
    .trim()} `

/** Scripts that put no blanks between words: what is in there is found anywhere. */
const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** What has no signs itself is found with and without them. */
const names = (text: string, entry: string): boolean => {
  const withSigns = signs.test(entry)
  const words = inWords(entry, withSigns)
  return words.trim() !== '' && inWords(text, withSigns).includes(withoutBlanks.test(words) ? words.trim() : words)
}

/**
 * The first of what a champion never wants to be a reference for that a deal names, by whole words in any case where a script has blanks between them.
 * @returns with what names it
 */
export function ruledOut(
  never: readonly string[],
  about: AboutDeal,
): { entry: string; in: keyof AboutDeal } | undefined {
  const parts = ['deal', 'region', 'competitor'] as const
  const found = never.flatMap((entry) => {
    const part = parts.find((it) => names(about[it] ?? '', entry))
    return part ? [{ entry, in: part }] : []
  })
  return found[0]
}
