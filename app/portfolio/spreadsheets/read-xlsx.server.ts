import { dateOf, firstDay, lastDay, parseDay } from '#app/schedule/dates.ts'
import { bounds } from '#app/kit/limits.ts'
import { UnreadableZip, readZip } from './read-zip.server.ts'
import { attribute, xmlTokens } from './xml-tokens.ts'

/** Why an XLSX was not read. */
export type UnreadableXlsx = { why: UnreadableZip['why'] | 'many rows' | 'many columns' }

type ReadXlsx = { name: string; rows: string[][] } | UnreadableXlsx

/** The first sheet that is shown of a file for spreadsheets (XLSX), as texts; its dates are YYYY-MM-DD. */
export function readXlsx(bytes: Uint8Array): ReadXlsx {
  try {
    const fileAt = readZip(Buffer.from(bytes), { files: 1_000, bytes: bounds.unpackedFile })
    const partAt = (path: string) => fileAt(path)?.toString('utf8') ?? ''
    const book = bookOf(partAt('xl/workbook.xml'), partAt('xl/_rels/workbook.xml.rels'))
    if (!book) return { why: 'broken' }
    const cells = {
      shared: sharedTexts(partAt('xl/sharedStrings.xml')),
      isDate: dateStyles(partAt('xl/styles.xml')),
      dayZero: book.countsFrom1904 ? parseDay('1904-01-01') : parseDay('1899-12-30'),
    }
    const rows = rowsOf(partAt(book.path), cells)
    return 'why' in rows ? rows : { name: book.name, rows }
  } catch (error) {
    if (error instanceof UnreadableZip) return { why: error.why }
    throw error
  }
}

function bookOf(workbook: string, relations: string) {
  const targets = new Map<string, string>()
  for (const token of xmlTokens(relations))
    if (token.kind === 'open' && token.name === 'Relationship')
      targets.set(attribute(token.tag, 'Id') ?? '', attribute(token.tag, 'Target') ?? '')
  let countsFrom1904 = false
  for (const token of xmlTokens(workbook)) {
    if (token.kind !== 'open') continue
    if (token.name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attribute(token.tag, 'date1904') ?? '')
    if (token.name !== 'sheet' || (attribute(token.tag, 'state') ?? 'visible') !== 'visible') continue
    const target = targets.get(attribute(token.tag, 'r:id') ?? '') ?? ''
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    return { name: attribute(token.tag, 'name') ?? '', path, countsFrom1904 }
  }
  return null
}

/** Texts that cells name by their place; of phonetic guides nothing. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let [text, isText, isGuide] = ['', false, false]
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (isText && !isGuide) text += token.text
    } else if (token.name === 'si') {
      if (token.kind === 'close' || token.isEmpty) texts.push(text)
      text = ''
    } else if (token.name === 't') isText = token.kind === 'open' && !token.isEmpty
    else if (token.name === 'rPh') isGuide = token.kind === 'open' && !token.isEmpty
  }
  return texts
}

/** Formats of dates that every program knows by their number. */
const isDateNumber = (format: number) =>
  (format >= 14 && format <= 17) || format === 22 || (format >= 27 && format <= 36) || (format >= 50 && format <= 58)

/** Whether a format shows a day: it names days or years, apart from quoted text and colours. */
const showsDay = (code: string) => /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))

/** Which styles show a number as a date, by their place. */
function dateStyles(xml: string): boolean[] {
  const own = new Map<number, boolean>()
  const styles: boolean[] = []
  let isCell = false
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') continue
    if (token.name === 'cellXfs') isCell = token.kind === 'open'
    if (token.kind !== 'open') continue
    if (token.name === 'numFmt')
      own.set(Number(attribute(token.tag, 'numFmtId')), showsDay(attribute(token.tag, 'formatCode') ?? ''))
    if (token.name === 'xf' && isCell) {
      const format = Number(attribute(token.tag, 'numFmtId') ?? 0)
      styles.push(own.get(format) ?? isDateNumber(format))
    }
  }
  return styles
}

type Cells = { shared: readonly string[]; isDate: readonly boolean[]; dayZero: number }

/** The place of a column by its letters, from 0. */
const columnOf = (reference: string) =>
  [...(/^[A-Z]{1,3}/.exec(reference)?.[0] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function rowsOf(xml: string, cells: Cells): string[][] | UnreadableXlsx {
  const rows: string[][] = []
  let row: string[] = []
  let [column, number, type, style] = [-1, 0, '', 0]
  let [value, isValue] = ['', false]
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (isValue) value += token.text
    } else if (token.name === 'row' && token.kind === 'open') {
      number = Number(attribute(token.tag, 'r') ?? number + 1)
      ;[row, column] = [[], -1]
    } else if (token.name === 'c' && token.kind === 'open') {
      const reference = attribute(token.tag, 'r')
      column = reference === null ? column + 1 : columnOf(reference)
      ;[type, style, value] = [attribute(token.tag, 't') ?? 'n', Number(attribute(token.tag, 's') ?? 0), '']
    } else if (token.name === 'v' || token.name === 't') isValue = token.kind === 'open' && !token.isEmpty
    else if (token.name === 'c' && token.kind === 'close') {
      const text = textOf(value, type, cells.isDate[style] ?? false, cells)
      if (text === '') continue
      if (column >= bounds.importedColumns) return { why: 'many columns' }
      // A row that is far down may be a slip: only what holds something counts.
      if (number > bounds.importedRows) return { why: 'many rows' }
      while (rows.length < number) rows.push([])
      if (rows[number - 1] !== row) rows[number - 1] = row
      while (row.length < column) row.push('')
      row[column] = text
    }
  }
  return rows
}

function textOf(value: string, type: string, isDate: boolean, { shared, dayZero }: Cells): string {
  if (type === 's') return shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n' || !isDate || value === '') return value
  const day = dayZero + Math.floor(Number(value))
  return day >= firstDay && day <= lastDay ? dateOf(day) : value
}
