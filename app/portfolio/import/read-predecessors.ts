import type { LinkType } from '#app/schedule/model.ts'
import { plainName } from './plain-name.ts'
import { readDuration } from './read-duration.ts'

/** What a row can be named by in the cells of others. */
export type NamedRow = { number: string; title: string }
export type ReadLink = { to: number; type: LinkType; lagDays: number }

/** Kinds of links as planning programs shorten them, in English, German and French. */
const kinds: Record<string, LinkType> = {
  ...{ FS: 'FS', SS: 'SS', FF: 'FF', SF: 'SF' },
  ...{ EA: 'FS', AA: 'SS', EE: 'FF', AE: 'SF' },
  ...{ FD: 'FS', DD: 'SS', DF: 'SF' },
}

const numbered = /^(\S{1,20}?)\s*(FS|SS|FF|SF|EA|AA|EE|AE|FD|DD|DF)?\s*(?:([+-])\s*([\d.,]+\s*\p{L}{0,12}))?$/iu

/**
 * The tasks that a cell names by number, as in "3; 5FS+2 days", or by title. A title may hold commas, so it is looked for first.
 * @returns what names no row, too
 */
export function readPredecessors(cell: string, rows: readonly NamedRow[]): { links: ReadLink[]; unknown: string[] } {
  const byNumber = (number: string) => rows.findIndex((row) => row.number === number)
  const byTitle = (title: string) => rows.findIndex((row) => plainName(row.title) === plainName(title))
  const linkOf = (part: string): ReadLink | null => {
    const title = byTitle(part)
    if (title >= 0) return { to: title, type: 'FS', lagDays: 0 }
    const [whole, number = '', kind = 'FS', sign = '+', lag = ''] = numbered.exec(part) ?? []
    const to = whole === undefined ? -1 : byNumber(number)
    const days = lag === '' ? 0 : readDuration(lag)?.days
    if (to < 0 || days === undefined) return null
    return { to, type: kinds[kind.toUpperCase()] ?? 'FS', lagDays: sign === '-' ? -days : days }
  }
  const whole = linkOf(cell.trim())
  if (whole) return { links: [whole], unknown: [] }
  const parts = cell
    .split(/[;\n]/)
    .flatMap((part) => (linkOf(part.trim()) ? [part] : part.split(',')))
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const read = parts.map((part) => ({ part, link: linkOf(part) }))
  const links = new Map(read.flatMap(({ link }) => (link ? [[link.to, link] as const] : [])))
  return { links: [...links.values()], unknown: read.filter(({ link }) => !link).map(({ part }) => part) }
}
