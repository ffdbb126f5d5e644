import { bounds } from '#app/kit/limits.ts'

export const separators = ['\t', ';', ',', '|'] as const
export type Separator = (typeof separators)[number]

/** Why cells were not read; how many there are is counted no further. */
export type TooLarge = { tooMany: 'rows' | 'columns' }

type Bounds = { rows: number; columns: number }

/**
 * The cells of a text, by RFC 4180: quotes hold separators and line ends, and a quote is written twice. A quote within a cell that
 * does not begin with one is a letter like any other. Ends where there is too much.
 */
export function readDelimited(
  text: string,
  separator: Separator,
  { rows: mostRows, columns: mostColumns }: Bounds = { rows: bounds.importedRows, columns: bounds.importedColumns },
): string[][] | TooLarge {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at <= text.length) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    row.push(cell)
    if (row.length > mostColumns) return { tooMany: 'columns' }
    if (text[next] === separator) {
      at = next + 1
      continue
    }
    rows.push(row)
    row = []
    at = next + (text[next] === '\r' && text[next + 1] === '\n' ? 2 : 1)
    if (rows.length > mostRows) {
      // Blank lines at the end are none.
      return text.slice(at).trim() === '' ? withoutBlankEnd(rows) : { tooMany: 'rows' }
    }
  }
  return withoutBlankEnd(rows)
}

const isEnd = (letter: string | undefined, separator: string) =>
  letter === undefined || letter === separator || letter === '\n' || letter === '\r'

function plainCell(text: string, from: number, separator: string): [cell: string, next: number] {
  let at = from
  while (!isEnd(text[at], separator)) at++
  return [text.slice(from, at), at]
}

function quotedCell(text: string, from: number, separator: string): [cell: string, next: number] {
  const parts: string[] = []
  let at = from + 1
  for (;;) {
    const end = text.indexOf('"', at)
    if (end < 0) return [parts.join('') + text.slice(at), text.length]
    parts.push(text.slice(at, end))
    at = end + 1
    if (text[at] !== '"') break
    parts.push('"')
    at++
  }
  // What stands between the closing quote and the separator belongs to the cell.
  const [rest, next] = plainCell(text, at, separator)
  return [parts.join('') + rest, next]
}

const isBlankRow = (row: readonly string[]) => row.every((cell) => cell.trim() === '')

function withoutBlankEnd(rows: string[][]): string[][] {
  const last = rows.findLastIndex((row) => !isBlankRow(row))
  return rows.slice(0, last + 1)
}

/** Rows that are looked at to find the separator. */
const looked = 20

/** What most likely parts the cells: what gives rows of the same number of cells, and most of them. "sep=;" in the first line says it. */
export function findSeparator(text: string): Separator {
  const [, said = ''] = /^\uFEFF?sep=(.)\r?\n/.exec(text) ?? []
  const named = separators.find((it) => it === said)
  if (named) return named
  const start = text.slice(0, 50_000)
  const scores = separators.map((separator) => {
    const rows = readDelimited(start, separator, { rows: looked, columns: 1_000 })
    // So many columns are no accident.
    if ('tooMany' in rows) return rows.tooMany === 'columns' ? 1_000 : scoreOf(firstRows(start, separator))
    return scoreOf(rows)
  })
  return separators[scores.indexOf(Math.max(...scores))] ?? '\t'
}

const firstRows = (text: string, separator: Separator): string[][] => {
  const rows = readDelimited(text.split('\n').slice(0, looked).join('\n'), separator, { rows: looked, columns: 1_000 })
  return 'tooMany' in rows ? [] : rows
}

/** How many cells most rows have, more where all have as many. */
function scoreOf(rows: readonly string[][]): number {
  const sizes = rows.filter((row) => !isBlankRow(row)).map(({ length }) => length)
  if (sizes.length === 0) return 0
  const usual = [...sizes].sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 1
  if (usual === 1) return 0
  const alike = sizes.filter((size) => size === usual).length / sizes.length
  return usual * alike ** 2
}

/** The text without the line that names its separator. */
export const withoutSeparatorLine = (text: string): string => text.replace(/^\uFEFF?(?:sep=.\r?\n)?/, '')
