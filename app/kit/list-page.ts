import { bounds } from './limits.ts'

/** One page of a list, with where it stands. Pages start at 1. */
export type ListPage<Row> = { rows: Row[]; page: number; pages: number; total: number }

/** The page that an address asks for with `page`; the first for anything that is no number. */
export const readPage = (search: URLSearchParams): number =>
  Number(/^\d{1,6}$/.exec(search.get('page') ?? '')?.[0] ?? 1)

/** Where the page that was asked for stands in a list of so many rows; a page past the end is the last one. */
export function placeOfPage(total: number, asked: number): Omit<ListPage<unknown>, 'rows'> {
  const pages = Math.max(1, Math.ceil(total / bounds.listRows))
  return { page: Math.min(Math.max(1, asked), pages), pages, total }
}

/** How many rows stand before a page. */
export const rowsBefore = ({ page }: { page: number }): number => (page - 1) * bounds.listRows
