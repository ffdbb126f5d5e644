import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvLine } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', `"'\t=1"`],
  ['\r=1', `"'\r'=1"`],
  ['a,=1', `"a,'=1"`],
  ['a\n=cmd|calc', `"a\n'=cmd|calc"`],
  ['say "hi"', '"say ""hi"""'],
  ['Ana Lind', 'Ana Lind'],
])('what someone typed stays text: %j', (typed, cell) => {
  expect(csvCell(typed)).toBe(cell)
})

test('numbers stay numbers, nothing is an empty cell', () => {
  expect(csvLine([-3, null, 0.5, true])).toBe('-3,,0.5,true\r\n')
})

test('no text becomes a formula or breaks out of its cell', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '=', '+', '-', '@', '\t', '\r'), (text, start) => {
      const cell = csvCell(start + text)
      const quoted = cell.startsWith('"')
      const shown = quoted ? cell.slice(1, -1) : cell
      expect(shown).not.toMatch(/^[=+\-@\t\r]/)
      if (quoted) expect(shown.replaceAll('""', '')).not.toContain('"')
      else expect(shown).not.toMatch(/[",;\n\r\t]/)
    }),
  )
})
