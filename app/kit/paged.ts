import { bounds } from './limits.ts'

/** One page of a list, with where it stands. Pages start at 1. */
export type Paged<Row> = { rows: Row[]; page: number; pages: number; total: number }

/** The page that an address asks for with `page`; the first for anything that is no number. */
export const readPage = (search: URLSearchParams): number =>
  Number(/^\d{1,6}$/.exec(search.get('page') ?? '')?.[0] ?? 1)

/** Cuts a list to a page; a page past the end is the last one. */
export function takePage<Row>(all: readonly Row[], asked: number): Paged<Row> {
  const pages = Math.max(1, Math.ceil(all.length / bounds.listRows))
  const page = Math.min(Math.max(1, asked), pages)
  return { rows: all.slice((page - 1) * bounds.listRows, page * bounds.listRows), page, pages, total: all.length }
}
