import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSeparator, readDelimited, separators, withoutSeparatorLine } from './read-delimited.ts'

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

test('what was written is read, whatever the cells hold', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...separators),
      fc.array(
        fc.array(fc.string({ unit: fc.constantFrom('a', '"', ';', ',', '\t', '|', '\n', '\r\n', ' ', 'ü') }), {
          minLength: 1,
          maxLength: 5,
        }),
        { maxLength: 6 },
      ),
      (separator, rows) => {
        const shown = rows.map((row) => row.map(quoted).join(separator)).join('\r\n')
        const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
        expect(readDelimited(shown, separator)).toEqual(rows.slice(0, last + 1))
      },
    ),
  )
})

test.each([
  ['Task;Due\nScope, signed;1.3.2026\nBuild;2.3.2026', ';'],
  ['Task,Due\n"Scope; and more",1\nBuild,2', ','],
  ['Task\tDue\nScope, signed\t1', '\t'],
  ['sep=|\nTask|Due;Done;Who', '|'],
])('finds what parts the cells of %j', (text, separator) => {
  expect(findSeparator(text)).toBe(separator)
})

test('a line that names the separator is no row', () => {
  expect(withoutSeparatorLine('\uFEFFsep=;\r\nTask;Due')).toBe('Task;Due')
  expect(withoutSeparatorLine('\uFEFFTask;Due')).toBe('Task;Due')
})

test('too many columns and rows end the reading', () => {
  expect(readDelimited(','.repeat(10_000), ',')).toEqual({ tooMany: 'columns' })
  expect(readDelimited('a\n'.repeat(5_000), ',')).toEqual({ tooMany: 'rows' })
  expect(readDelimited(`a${'\n'.repeat(5_000)}`, ',')).toEqual([['a']])
})
