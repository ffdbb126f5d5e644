import { searchBounds } from '#app/kit/limits.ts'
import { readPage } from '#app/kit/list-page.ts'
import { searchedWords } from '#app/ui/searched-words.ts'
import { type ThingKind, thingKinds } from '../words/thing-kind.ts'

/** What a member looks for: of one kind, page by page, or the first of each. */
export type Search = { typed: string; words: string[]; kind: ThingKind | null; page: number }

/** Why there is nothing to look for. */
export type NoSearch = 'nothing typed' | 'too long' | 'only marks' | 'too short'

/** What an address asks for, and why it cannot be looked for. */
export function readSearch(address: URLSearchParams): { search: Search; because: NoSearch | null } {
  const asked = (address.get('q') ?? '').trim()
  // More is neither looked for nor sent back.
  const typed = [...asked].slice(0, searchBounds.letters).join('')
  const words = searchedWords(typed).slice(0, searchBounds.words)
  const kind = thingKinds.find((kind) => kind === address.get('kind')) ?? null
  return { search: { typed, words, kind, page: readPage(address) }, because: whyNot(asked, typed, words) }
}

function whyNot(asked: string, typed: string, words: readonly string[]): NoSearch | null {
  if (asked === '') return 'nothing typed'
  if (asked !== typed) return 'too long'
  if (words.length === 0) return 'only marks'
  return words.every((word) => /^[a-z0-9]$/.test(word)) ? 'too short' : null
}

/** The address of a search. */
export const searchQuery = ({ typed, kind, page }: Omit<Search, 'words'>): Record<string, string> => ({
  ...(typed === '' ? {} : { q: typed }),
  ...(kind === null ? {} : { kind }),
  ...(page > 1 ? { page: String(page) } : {}),
})
