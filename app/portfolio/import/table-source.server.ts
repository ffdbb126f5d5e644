import { bounds } from '#app/kit/limits.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { readXlsx } from '../spreadsheets/read-xlsx.server.ts'
import { decodeText } from './decode-text.ts'
import { importTableRefusals, readAsWords, readFromWords } from './import-table-words.ts'
import { type Separator, findSeparator, readDelimited, withoutSeparatorLine } from './read-delimited.ts'

/** A table as a form carries it on: its cells as text. */
export type TableSource = { cells: string; separator: Separator; readAs: string | null }

const startsWith = (bytes: Uint8Array, ...mark: number[]) => mark.every((byte, at) => bytes[at] === byte)
/** The older Excel files, and any that has a password. */
const isCompound = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b)

const quotedIfNeeded = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const whys = {
  broken: importTableRefusals.broken,
  locked: importTableRefusals.oldFile,
  'too large': importTableRefusals.unfolds,
  'many rows': importTableRefusals.mostRows(bounds.importedRows),
  'many columns': importTableRefusals.mostColumns(bounds.importedColumns),
}

/** The table in a file: XLSX by its first sheet, else text in one of the usual encodings. @throws Refusal 422 beside the file */
export function tableInFile(file: Uint8Array): TableSource {
  if (isCompound(file)) throw fieldRefusal('file', importTableRefusals.oldFile)
  if (!isZip(file)) {
    const { text, encoding } = decodeText(file)
    return { ...tableInText('file', text), readAs: readAsWords(encoding) }
  }
  const read = readXlsx(file)
  if ('why' in read) throw fieldRefusal('file', whys[read.why])
  const cells = read.rows.map((row) => row.map(quotedIfNeeded).join('\t')).join('\n')
  return { ...tableInText('file', cells), separator: '\t', readAs: readFromWords(read.name) }
}

/** The table in pasted cells. @throws Refusal 422 beside the field */
export function tableInText(field: 'file' | 'cells', text: string): TableSource {
  const cells = withoutSeparatorLine(text)
  if (cells.trim() === '') throw fieldRefusal(field, importTableRefusals.empty)
  const separator = findSeparator(text)
  // What is far too wide is said first: it is what most likely went wrong.
  gridOf(field, cells, separator)
  if (cells.length > bounds.importedText) throw fieldRefusal(field, importTableRefusals.tooLong)
  return { cells, separator, readAs: null }
}

/** The cells of a table. @throws Refusal 422 beside the field, where there are too many */
export function gridOf(field: 'file' | 'cells', cells: string, separator: Separator): string[][] {
  const grid = readDelimited(cells, separator)
  if ('tooMany' in grid) throw fieldRefusal(field, whys[`many ${grid.tooMany}`])
  return grid
}
