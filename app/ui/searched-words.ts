import { searchedText } from './searched-text.ts'

/** The most letters of a word that count, which the database's column holds too. */
const mostLetters = 40

/** The words of a text as they are searched, each once: letters and digits alone, without accents and in small letters. */
export const searchedWords = (text: string): string[] => [
  ...new Set(
    (searchedText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => [...word].slice(0, mostLetters).join('')),
  ),
]
