import { bounds } from '#app/kit/limits.ts'
import type { LinkType } from '#app/schedule/model.ts'
import type { Grid } from '../spreadsheets/spreadsheet-of.ts'
import { findCycle } from './find-cycle.ts'
import type { ImportField } from './import-fields.ts'
import { importRowFaults as faultWords } from './import-row-words.ts'
import { readPredecessors } from './read-predecessors.ts'
import { type ReadTask, type RowReading, readRow } from './read-row.ts'

/** A row of a table, with what it says of a task and every reason why it cannot be imported. */
export type ImportedRow = {
  /** Where it stands in the table, from 1, as spreadsheets number rows. */
  row: number
  /** How other rows name it. */
  number: string
  task: ReadTask
  dependsOn: { to: number; type: LinkType; lagDays: number }[]
  faults: string[]
}

export type TableReading = RowReading & {
  columns: readonly (ImportField | null)[]
  /** From 0; null where no row names the columns. */
  headerRow: number | null
  /** Rows that are left out, from 1. */
  leftOut: ReadonlySet<number>
}

/** The tasks of a table, row by row; blank rows are passed over. Links name places in the answer. */
export function readRows(grid: Grid, reading: TableReading): ImportedRow[] {
  const { columns, headerRow, leftOut } = reading
  const rows = grid
    .map((cells, at) => ({ cells, row: at + 1 }))
    .filter(({ row }) => row > (headerRow ?? -1) + 1 && !leftOut.has(row))
    .filter(({ cells }) => columns.some((field, at) => field !== null && (cells[at] ?? '').trim() !== ''))
  const cellOf = (cells: readonly string[]) => (field: ImportField) => cells[columns.indexOf(field)]?.trim() ?? ''
  const isNumbered = columns.includes('number')
  const read = rows.map(({ cells, row }, at): ImportedRow & { after: string } => {
    const faults: string[] = []
    const task = readRow(cellOf(cells), reading, (fault) => faults.push(fault))
    const number = (isNumbered && cellOf(cells)('number')) || String(at + 1)
    return { row, number, task, dependsOn: [], faults, after: cellOf(cells)('after') }
  })
  const named = read.map(({ number, task }) => ({ number, title: task.title }))
  for (const [at, one] of read.entries()) {
    if (one.after === '') continue
    const { links, unknown } = readPredecessors(one.after, named)
    one.faults.push(...unknown.map(faultWords.noPredecessor))
    if (links.some(({ to }) => to === at)) one.faults.push(faultWords.onItself)
    if (links.length > bounds.links) one.faults.push(faultWords.manyLinks(bounds.links))
    one.dependsOn = links.filter(({ to }) => to !== at)
  }
  const cycle = findCycle(read.map(({ dependsOn }) => dependsOn.map(({ to }) => to)))
  if (cycle) {
    const rowsOf = cycle.map((at) => read[at]?.row ?? 0).sort((a, b) => a - b)
    for (const at of cycle) read[at]?.faults.push(faultWords.inCycle(rowsOf.map(String)))
  }
  return read.map(({ after: _after, ...row }) => row)
}
