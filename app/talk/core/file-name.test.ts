import { expect, test } from 'vitest'
import { cleanFileName, extensionOf, longestFileName } from './file-name.ts'

test.each([
  ['Müller’s Angebot (final) [2].PDF', 'Müller’s Angebot (final) [2].PDF'],
  ["L'été & l'hiver, 100%.docx", "L'été & l'hiver, 100%.docx"],
  ['日本語.txt', '日本語.txt'],
  ['say %22yes%22.txt', 'say "yes".txt'],
  ['C:\\Users\\ana\\plan.pdf', 'plan.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['two\r\nlines\t.txt', 'two lines .txt'],
  ['', 'file'],
  ['U\u0308ber.pdf', 'Über.pdf'],
])('%j is shown as %j', (given, shown) => expect(cleanFileName(given)).toBe(shown))

test('a long name is cut before its extension', () => {
  const cut = cleanFileName(`${'ü'.repeat(400)}.xlsx`)
  expect([...cut]).toHaveLength(longestFileName)
  expect(cut).toMatch(/^ü+\.xlsx$/)
  expect([...cleanFileName(`a.${'x'.repeat(400)}`)].length).toBeLessThanOrEqual(longestFileName)
})

test.each([
  ['a.PDF', 'pdf'],
  ['archive.tar.gz', 'gz'],
  ['README', ''],
  ['a. b', ''],
])('the extension of %j is %j', (name, extension) => expect(extensionOf(name)).toBe(extension))
