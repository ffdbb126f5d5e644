import { csvLine, csvStart } from '#app/kit/csv.ts'
import type { Spreadsheet } from './spreadsheet-of.ts'

/** A sheet as CSV, with a head line and dates as YYYY-MM-DD. */
export const writeCsv = ({ columns, rows }: Spreadsheet): string =>
  [csvStart + csvLine(columns.map(({ head }) => head)), ...rows.map(csvLine)].join('')
