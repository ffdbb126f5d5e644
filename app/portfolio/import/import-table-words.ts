import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { planColumnWords } from '../export/export-words.ts'
import type { Separator } from './read-delimited.ts'
import type { DayOrder } from './read-day.ts'

export const importTableWords = {
  tasks: planColumnWords.tasks,
  columns: 'Columns',
  columnsText: 'Check what each column holds.',
  leaveOut: 'Leave out',
  leaveOutRow: 'Leave out this row',
  reading: 'How the table is read',
  separator: 'Cells are separated by',
  headerRow: 'Column names',
  noHeader: 'No row has them',
  dayOrder: 'Dates',
  chooseOrder: buttonWords.choose,
  side: 'Tasks without a side belong to',
  cells: labels.cells,
  cellsHint: 'You can correct cells here, then check again.',
  correct: 'Correct the cells',
  row: 'Row',
  due: planColumnWords.dueDate,
  status: planColumnWords.status,
  dependsOn: planColumnWords.dependsOn,
  member: 'Member',
  asName: 'Kept as a name',
  checkAgain: 'Check again',
  checking: 'Checking…',
  plan: mainPageNames.plan,
}

export const separatorWords: Record<Separator, string> = {
  '\t': 'Tabs',
  ';': 'Semicolons',
  ',': 'Commas',
  '|': 'Vertical bars',
}

export const dayOrderWords: Record<DayOrder, string> = {
  'day first': 'Day first (31/12)',
  'month first': 'Month first (12/31)',
}

/** Which row has the names of the columns, with the first of them. */
export const headerRowWords = (row: number, names: string): string => `Row ${row}: ${isolateDirection(names)}`

/** Beside dates that can be read in two ways. @param example a cell */
export const unclearDayWords = (example: string): string =>
  `Dates such as ${isolateDirection(example)} can be read in two ways.`

/** How the table came. */
export const readAsWords = (encoding: string): string => `Read as ${encoding}.`
export const readFromWords = (name: string): string => `Read from “${isolateDirection(name)}”, the first sheet.`

/** Where durations had decimals. */
export const roundedWords = (durations: number): string =>
  `${count(durations, 'duration')} with decimals rounded up to whole days.`

export const readyWords = (tasks: number): string => `${count(tasks, 'task')} can be imported.`

export const faultyRowsWords = (rows: number): string =>
  rows === 1
    ? '1 row needs attention. Correct it, or leave it out. Nothing has been saved.'
    : `${count(rows, 'row')} need attention. Correct them, or leave them out. Nothing has been saved.`

export const importTableRefusals = {
  empty: 'There is nothing to import here.',
  noTitle: 'Please choose the column that holds the tasks.',
  chooseOrder: 'Please choose how dates are written.',
  oldFile: 'This is an old Excel file, or one with a password. Please save it as XLSX without a password.',
  broken: 'This file could not be read. Please save it again as XLSX or CSV.',
  unfolds: 'This file is too large when it is unpacked. Please copy the cells and paste them.',
  tooLong: 'This table is too long. Please import only the rows with tasks.',
  mostRows: (most: number): string => `A table can have up to ${most} rows.`,
  mostColumns: (most: number): string => `A table can have up to ${most} columns. Is the separator right?`,
  mostTasks: (most: number, found: number): string => `A plan has at most ${most} tasks. This table has ${found}.`,
}

/** A row of the table, by its number. */
export const rowNumberWords = (row: number): string => `Row ${row}`

/** A column without a name. @param at its place, from 1 */
export const columnWords = (at: number): string => `Column ${at}`

/** The first cell of a column. */
export const sampleWords = (cell: string): string =>
  `For example: ${isolateDirection(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)}`
