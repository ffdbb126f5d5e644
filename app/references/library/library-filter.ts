import { type ReferenceKind, referenceKinds } from '#app/runner/events/reference-kinds.ts'

/** What references can be narrowed to, each by one of the values that there are. */
export const facets = [
  ...(['industry', 'region', 'companySize', 'language'] as const),
  ...(['product', 'capability', 'measure'] as const),
]
export type Facet = (typeof facets)[number]

export type LibraryFilter = { [Each in Facet]: string | null } & { q: string; kind: ReferenceKind | null }

/** Characters of a filter that are read. */
const longest = 200

/** Reads the filter of an address; what it does not know is passed over. */
export function readLibraryFilter(search: URLSearchParams): LibraryFilter {
  const read = (name: string) => (search.get(name) ?? '').trim().slice(0, longest)
  const kind = referenceKinds.find((it) => it === search.get('kind')) ?? null
  const of = (facet: Facet) => read(facet) || null
  return {
    ...{ industry: of('industry'), region: of('region'), companySize: of('companySize'), language: of('language') },
    ...{ product: of('product'), capability: of('capability'), measure: of('measure') },
    q: read('q').replace(/\s+/g, ' '),
    kind,
  }
}

/** The words of a search, each of which must be found. */
export const searchWords = ({ q }: Pick<LibraryFilter, 'q'>): string[] => q.split(' ').filter((word) => word !== '')

/** The filter as the query of an address. */
export function filterQuery(filter: LibraryFilter, page = 1): Record<string, string> {
  const given = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []))
  return { ...(Object.fromEntries(given) as Record<string, string>), ...(page > 1 && { page: `${page}` }) }
}

/** The capabilities of a reference, as marketing listed them in one line. */
export const listCapabilities = (line: string | null): string[] =>
  (line ?? '').split(/[,;]/).flatMap((it) => it.trim() || [])
