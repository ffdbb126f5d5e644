import { isoDate } from '#app/kit/field-schemas.ts'
import { bounds } from '#app/kit/limits.ts'
import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { type IsoDate, sides } from '#app/schedule/model.ts'
import { findHeaderRow, guessColumns } from './guess-columns.ts'
import { type ImportField, isImportField } from './import-fields.ts'
import { importTableRefusals } from './import-table-words.ts'
import { dayOrders, findDayOrder } from './read-day.ts'
import { separators } from './read-delimited.ts'
import { readDuration } from './read-duration.ts'
import type { RowReading } from './read-row.ts'
import { type ImportedRow, readRows } from './read-rows.ts'
import { type TableSource, gridOf } from './table-source.server.ts'

/** A table that was read, and what its reader decided about it, before anything is saved. */
export type ReadTable = TableSource & {
  names: string[]
  samples: string[]
  headerRow: number | null
  headerChoices: { row: number; names: string }[]
  columns: (ImportField | null)[]
  /** Null where dates can be read both ways, and no one has said how. */
  dayOrder: (typeof dayOrders)[number] | null
  unclearDay: string | null
  side: (typeof sides)[number]
  rows: ImportedRow[]
  leftOut: number[]
  /** Durations that had decimals. */
  rounded: number
  /** What is wrong with the table as a whole, by the field that can change it. */
  faults: { field: string; message: string }[]
}

type Around = Pick<RowReading, 'companies' | 'members' | 'today'>

/** Rows that may have the names of the columns. */
const headersOffered = 5

/** Reads a table as the fields of its form say, and as it most likely is where they say nothing. @throws Refusal 422 */
export function readTable(source: TableSource, values: PostedValues, around: Around): ReadTable {
  const said = (name: string) => firstValue(values, name)
  const separator = separators.find((it) => it === said('separator')) ?? source.separator
  const grid = gridOf('cells', source.cells, separator)
  // Other cells: what was chosen for the columns no longer holds.
  const isSame = said('readSeparator') === undefined || said('readSeparator') === separator
  const header = isSame ? said('headerRow') : undefined
  const headerRow = header === undefined ? findHeaderRow(grid) : /^\d{1,4}$/.test(header) ? Number(header) - 1 : null
  const isMapped = isSame && said('column.0') !== undefined && said('readHeader') === header
  const columns = guessColumns(grid, headerRow).map((guess, at) => {
    const chosen = said(`column.${at}`)
    return isMapped && chosen !== undefined ? (isImportField(chosen) ? chosen : null) : guess
  })
  const below = grid.slice(headerRow === null ? 0 : headerRow + 1)
  const cellsOf = (field: ImportField) => below.map((row) => row[columns.indexOf(field)]?.trim() ?? '')
  const found = findDayOrder([...cellsOf('due'), ...cellsOf('done'), ...cellsOf('start')])
  const dayOrder = dayOrders.find((it) => it === said('dayOrder')) ?? (found.isSure ? found.order : null)
  const leftOut = [values['leaveOut'] ?? []]
    .flat()
    .filter((row) => /^\d{1,4}$/.test(row))
    .map(Number)
  const side = sides.find((it) => it === said('side')) ?? 'customer'
  const rows = readRows(grid, {
    ...around,
    columns,
    headerRow,
    side,
    dayOrder: dayOrder ?? found.order,
    leftOut: new Set(leftOut),
  })
  const faults = [
    ...(columns.includes('title') ? [] : [{ field: 'column.0', message: importTableRefusals.noTitle }]),
    ...(dayOrder === null ? [{ field: 'dayOrder', message: importTableRefusals.chooseOrder }] : []),
    ...(rows.length > bounds.tasks
      ? [{ field: 'cells', message: importTableRefusals.mostTasks(bounds.tasks, rows.length) }]
      : []),
    ...(rows.length === 0 ? [{ field: 'cells', message: importTableRefusals.empty }] : []),
  ]
  return {
    ...source,
    separator,
    names: columns.map((_, at) => (headerRow === null ? '' : (grid[headerRow]?.[at] ?? '').trim())),
    samples: columns.map((_, at) => below.map((row) => row[at]?.trim() ?? '').find((cell) => cell !== '') ?? ''),
    headerRow,
    headerChoices: grid
      .slice(0, headersOffered)
      .map((row, at) => ({ row: at + 1, names: row.filter(Boolean).slice(0, 3).join(', ') })),
    columns,
    dayOrder,
    unclearDay: found.example,
    side,
    rows,
    leftOut,
    rounded: cellsOf('days').filter((cell) => readDuration(cell)?.isRounded).length,
    faults,
  }
}

/** The last day on which anything is due: what a plan most likely ends with. */
export const lastDue = (rows: readonly ImportedRow[]): IsoDate | null =>
  rows.reduce<IsoDate | null>(
    (last, { task }) => (task.notAfter !== null && (last === null || task.notAfter > last) ? task.notAfter : last),
    null,
  )

/** The date that was typed, or null for what is none: the command says what is wrong with it. */
export function typedDay(text: string | undefined): IsoDate | null {
  const read = isoDate().safeParse(text)
  return read.success ? read.data : null
}
