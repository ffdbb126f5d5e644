import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHeader } from './sender.server.ts'

test('a person, the company and the service, at the address that may send', () => {
  const header = '"Mara Keller, Brightline (via Firstwin)" <plans@example.com>'
  expect(fromHeader(['Mara Keller', 'Brightline'], 'Firstwin <plans@example.com>')).toBe(header)
  expect(fromHeader(['Mara Keller', 'Brightline'], 'plans@example.com')).toBe(header)
})

test('a name cannot end its header, add an address or stand for another sender', () => {
  const hostile = fc.constantFrom(
    '"',
    '\\',
    '<',
    '>',
    ',',
    ';',
    '\r\n',
    '\u0000',
    'Bcc: all@evil.example',
    '\u202e',
    'a',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' }))), (pieces) => {
      const header = fromHeader([pieces.join(''), 'Brightline'], 'Firstwin <plans@example.com>')
      expect(header).toMatch(/^"(?:[^"\\<>\p{Cc}\u202a-\u202e\u2066-\u2069]|\\["\\])*" <plans@example\.com>$/u)
    }),
  )
})
