import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'
import { paths } from '#app/kit/paths.ts'
import { type BoardState, boardStates } from './board-state.ts'

/** Which references are shown; null for any. */
export type BoardFilter = {
  state: BoardState | null
  industry: string | null
  region: string | null
  kind: ReferenceKind | null
}

export const allReferences: BoardFilter = { state: null, industry: null, region: null, kind: null }

/** Reads the filter of an address; what it does not know is passed over. */
export function readBoardFilter(search: URLSearchParams): BoardFilter {
  const text = (name: string) => search.get(name)?.trim().slice(0, 100) || null
  return {
    state: boardStates.find((it) => it === search.get('state')) ?? null,
    industry: text('industry'),
    region: text('region'),
    kind: referenceKinds.find((it) => it === search.get('kind')) ?? null,
  }
}

const queryOf = (filter: BoardFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))

/** The address of a page of the references that a filter lets through. */
export const boardPath = (filter: BoardFilter, page = 1): string => paths.references(page, queryOf(filter))

/** The address of the same references as a file. */
export const boardFilePath = (filter: BoardFilter): string => paths.referencesFile(queryOf(filter))
