import { longestName } from '#app/kit/plain-text.ts'

const nameIn = (search: URLSearchParams, key: string) =>
  (search.get(key) ?? '').replaceAll('\0', '').slice(0, longestName).trim()

/** What was typed of an account's name to find it, as the address of the page carries it. */
export const readTypedAccount = (search: URLSearchParams): string => nameIn(search, 'account')

/** The account for which a plan is previewed. */
export const readPreviewedAccount = (search: URLSearchParams): string => nameIn(search, 'for')
