import type { Grid } from '../spreadsheets/spreadsheet-of.ts'
import { statusCellWords } from './cell-name-words.ts'
import { columnNameWords } from './column-name-words.ts'
import { type ImportField, importFields } from './import-fields.ts'
import { plainName } from './plain-name.ts'
import { looksLikeDay } from './read-day.ts'

/** Rows that are looked at to find the one with the names of the columns, and to tell columns by what is in them. */
const looked = 10
const sampled = 50

const namesOf = (field: ImportField, kind: 'usual' | 'seldom'): readonly string[] => {
  const names: { usual: readonly string[]; seldom?: readonly string[] } = columnNameWords[field]
  return names[kind] ?? []
}

/** The fields that these names stand for, by the place of their column; usual names first. */
function fieldsByName(names: readonly string[]): Map<number, ImportField> {
  const plain = names.map(plainName)
  const found = new Map<number, ImportField>()
  const taken = new Set<ImportField>()
  for (const kind of ['usual', 'seldom'] as const)
    for (const field of importFields) {
      if (taken.has(field)) continue
      const known = namesOf(field, kind)
      const at = plain.findIndex((name, place) => !found.has(place) && known.includes(name))
      if (at < 0) continue
      found.set(at, field)
      taken.add(field)
    }
  return found
}

/** The row that names the columns, from 0; null where the first row is a task already. */
export function findHeaderRow(grid: Grid): number | null {
  const counts = grid.slice(0, looked).map((row) => fieldsByName(row).size)
  const most = Math.max(0, ...counts)
  const at = counts.indexOf(most)
  const filled = (grid[at] ?? []).filter((cell) => cell.trim() !== '').length
  return most >= 2 || (most === 1 && filled <= 2) ? at : null
}

/** What each column most likely holds, by its name, and where no row names them, by what is in them. */
export function guessColumns(grid: Grid, headerRow: number | null): (ImportField | null)[] {
  const width = Math.max(0, ...grid.map((row) => row.length))
  const named = headerRow === null ? new Map<number, ImportField>() : fieldsByName(grid[headerRow] ?? [])
  const below = grid.slice(headerRow === null ? 0 : headerRow + 1).slice(0, sampled)
  const cellsAt = (at: number) => below.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '')
  const free = Array.from({ length: width }, (_, at) => at).filter((at) => !named.has(at))
  const has = (field: ImportField) => [...named.values()].includes(field)
  const give = (field: ImportField, at: number | undefined) => {
    if (at === undefined || has(field)) return
    named.set(at, field)
    free.splice(free.indexOf(at), 1)
  }
  const mostly = (at: number, fits: (cell: string) => boolean) => {
    const cells = cellsAt(at)
    return cells.length > 0 && cells.filter(fits).length >= 0.7 * cells.length
  }
  if (headerRow === null) {
    const days = free.filter((at) => mostly(at, looksLikeDay))
    give('due', days.at(days.length > 1 ? 1 : 0))
    if (days.length > 1) give('start', days[0])
    const known: readonly string[] = Object.values(statusCellWords).flat()
    give(
      'status',
      free.find((at) => mostly(at, (cell) => known.includes(plainName(cell)) && !/^\d+$/.test(cell))),
    )
  }
  // What a task is called is what is longest.
  const lengths = free
    .filter((at) => !mostly(at, (cell) => looksLikeDay(cell) || /^[\d.,%\s]+$/.test(cell)))
    .map((at) => ({ at, length: cellsAt(at).reduce((sum, cell) => sum + cell.length, 0) }))
    .sort((a, b) => b.length - a.length)
  give('title', lengths.find(({ length }) => length > 0)?.at)
  return Array.from({ length: width }, (_, at) => named.get(at) ?? null)
}
