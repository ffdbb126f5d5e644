import type { IsoDate } from '#app/schedule/model.ts'

/** What a cell of a written sheet holds. */
export type CellValue = string | number | null

/** A column by its head, and what it holds of each row; a date is written as one that can be computed with. */
export type SpreadsheetColumn<Row> = {
  head: string
  /** Characters that fit beside each other. */
  width: number
} & ({ kind: 'date'; cell(row: Row): IsoDate | null } | { kind: 'text' | 'number'; cell(row: Row): CellValue })

/** One sheet of a file for spreadsheets. */
export type Spreadsheet = {
  name: string
  columns: readonly { head: string; width: number; kind: 'date' | 'text' | 'number' }[]
  rows: readonly (readonly CellValue[])[]
}

/** Rows as the columns show them. */
export const spreadsheetOf = <Row>(
  name: string,
  columns: readonly SpreadsheetColumn<Row>[],
  rows: readonly Row[],
): Spreadsheet => ({ name, columns, rows: rows.map((row) => columns.map((column) => column.cell(row))) })

/** The texts of a sheet that was read, row by row; a row has as many cells as are filled. */
export type Grid = readonly (readonly string[])[]
