import { couldRun } from '#app/kit/csv.ts'
import { dayOf, parseDay } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { CellValue, Spreadsheet } from './spreadsheet-of.ts'
import { writeZip } from './write-zip.server.ts'

/** Styles by their place in `cellXfs` of `styles` below. */
const plain = 0
const head = 1
const date = 2
/** A text that a program may not take for a formula, also once someone has edited it. */
const quoted = 3

/** The most characters that a cell may have. */
const longestCell = 32_767

/** What XML cannot hold. */
const notXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escaped = (text: string) =>
  text
    .replace(notXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** A, B, … Z, AA. */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** Days of spreadsheets count from this one. */
const dayZero = parseDay('1899-12-30')

const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, longestCell))}</t></is></c>`

function cellXml(value: CellValue, kind: 'date' | 'text' | 'number', at: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  // A column of dates holds nothing else.
  if (kind === 'date') return `<c r="${at}" s="${date}"><v>${dayOf(value as IsoDate) - dayZero}</v></c>`
  return textCell(at, value, couldRun(value) ? quoted : plain)
}

const rowXml = (cells: readonly string[], number: number) => `<row r="${number}">${cells.join('')}</row>`

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A sheet whose first row stays in sight. */
function sheetXml({ columns, rows }: Spreadsheet): string {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const heads = columns.map((column, at) => textCell(`${letters(at)}1`, column.head, head))
  const below = rows.map((cells, row) =>
    rowXml(
      cells.map((value, at) => cellXml(value, columns[at]?.kind ?? 'text', `${letters(at)}${row + 2}`)),
      row + 2,
    ),
  )
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  return xml(
    `<worksheet ${main}><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<cols>${widths.join('')}</cols><sheetData>${rowXml(heads, 1)}${below.join('')}</sheetData></worksheet>`,
  )
}

const styles = xml(
  `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/>' +
    '<xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/>' +
    '<xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>',
)

/** What a program takes for a sheet's name: at most 31 characters, without those that stand in formulas. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** A file for spreadsheets (XLSX). Texts are typed as texts, so that none of them is computed. */
export function writeXlsx(sheets: readonly Spreadsheet[]): Buffer {
  const each = (make: (number: number, sheet: Spreadsheet) => string) =>
    sheets.map((sheet, at) => make(at + 1, sheet)).join('')
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${types}.${type}+xml"/>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  return writeZip([
    {
      name: '[Content_Types].xml',
      text: xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
          '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
          `${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}` +
          `${each((number) => part(`worksheets/sheet${number}.xml`, 'worksheet'))}</Types>`,
      ),
    },
    {
      name: '_rels/.rels',
      text: xml(
        `<Relationships xmlns="${relations}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
      ),
    },
    {
      name: 'xl/workbook.xml',
      text: xml(
        `<workbook ${main} xmlns:r="${office}"><sheets>${each(
          (number, { name }) => `<sheet name="${escaped(sheetName(name))}" sheetId="${number}" r:id="rId${number}"/>`,
        )}</sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: xml(
        `<Relationships xmlns="${relations}">${each((number) =>
          relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`),
        )}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
      ),
    },
    { name: 'xl/styles.xml', text: styles },
    ...sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, text: sheetXml(sheet) })),
  ])
}
