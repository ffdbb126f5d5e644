import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spreadsheetOf } from './spreadsheet-of.ts'
import { readXlsx } from './read-xlsx.server.ts'
import { writeXlsx } from './write-xlsx.server.ts'
import { writeZip } from './write-zip.server.ts'

const column = (kind: 'text' | 'number', at: number) =>
  ({ head: `c${at}`, width: 10, kind, cell: (row: readonly (string | number | null)[]) => row[at] ?? null }) as const

const shown = '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>'
const bookFiles = (cells: string, more: { name: string; text: string }[] = []) => [
  { name: 'xl/workbook.xml', text: `<workbook>${shown}</workbook>` },
  {
    name: 'xl/_rels/workbook.xml.rels',
    text: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
  { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${cells}</sheetData></worksheet>` },
  ...more,
]

test('what is written is read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.integer()), { maxLength: 5 }), (rows) => {
      const read = readXlsx(writeXlsx([spreadsheetOf('Tasks', [column('text', 0), column('number', 1)], rows)]))
      const texts = 'rows' in read ? read.rows : []
      expect(texts[0]).toEqual(['c0', 'c1'])
      for (const [at, [text, number]] of rows.entries()) {
        expect(texts[at + 1]?.[1]).toBe(String(number))
        if (!/[^\t\n\u0020-\ud7ff]|_x/u.test(text)) expect(texts[at + 1]?.[0]).toBe(text)
      }
    }),
  )
})

test('dates, shared texts, rich texts and errors are read as texts', () => {
  const shared =
    '<sst><si><t>Scope</t></si><si><r><t>Le</t></r><r><t>gal &amp; co</t></r><rPh><t>x</t></rPh></si></sst>'
  const styles =
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[Red]dd.mm.yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
  const cells =
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" s="1"><v>46096</v></c><c r="E2" s="2"><v>46097.5</v></c><c r="F2"><f>1+1</f><v>2</v></c><c r="G2" t="b"><v>1</v></c></row>'
  const read = readXlsx(
    writeZip(
      bookFiles(cells, [
        { name: 'xl/sharedStrings.xml', text: shared },
        { name: 'xl/styles.xml', text: styles },
      ]),
    ),
  )
  expect(read).toEqual({ name: 'S', rows: [[], ['Scope', '', 'Legal & co', '2026-03-15', '2026-03-16', '2', 'TRUE']] })
})

test('a bomb is not unpacked, whatever it says of its size', () => {
  const bomb = writeZip(bookFiles(' '.repeat(200 * 1024 * 1024)))
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(readXlsx(bomb)).toEqual({ why: 'too large' })
  // The directory is made to say that it is small.
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const at = bomb.lastIndexOf(name) - 46
  bomb.writeUInt32LE(100, at + 24)
  expect(readXlsx(bomb)).toEqual({ why: 'too large' })
})

test('an entity of its own is never resolved', () => {
  const cells = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><row r="1"><c r="A1" t="str"><v>&b;</v></c></row>'
  const read = readXlsx(writeZip(bookFiles(cells)))
  expect('rows' in read && read.rows[0]?.[0]).toBe('&b;')
})

test('a slip far down or far right is said, not followed', () => {
  expect(readXlsx(writeZip(bookFiles('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')))).toEqual({
    why: 'many rows',
  })
  expect(readXlsx(writeZip(bookFiles('<row r="1"><c r="XFD1"><v>1</v></c></row>')))).toEqual({ why: 'many columns' })
  expect(readXlsx(writeZip(bookFiles('<row r="1048576"><c r="A1048576" s="1"/></row>')))).toMatchObject({ rows: [] })
})

test('no bytes make it fail otherwise', () => {
  const file = writeXlsx([spreadsheetOf('Tasks', [column('text', 0)], [['Scope']])])
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(file.length), (at, byte, end) => {
      const damaged = Buffer.from(file.subarray(0, end))
      if (at < end) damaged[at] = byte
      expect(() => readXlsx(damaged)).not.toThrow()
    }),
    { numRuns: 300 },
  )
  expect(readXlsx(deflateRawSync(Buffer.from('no ZIP')))).toEqual({ why: 'broken' })
})
