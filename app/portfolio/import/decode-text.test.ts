import { expect, test } from 'vitest'
import { decodeText } from './decode-text.ts'

const text = 'Überprüfung;Grüße\n'

test.each([
  ['UTF-8', Buffer.from(text), 'UTF-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'UTF-8'],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'UTF-16'],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'UTF-16'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'UTF-16'],
  ['Latin-1', Buffer.from(text, 'latin1'), 'Windows-1252'],
])('reads %s', (_name, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ text, encoding })
})

test('reads what only Windows has', () => {
  expect(decodeText(Buffer.from([0x80, 0x93, 0x41, 0x94])).text).toBe('€“A”')
})
