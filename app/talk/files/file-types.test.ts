import { expect, test } from 'vitest'
import { type SeenContent, fileTypeOf, holdsWhatItSays } from './file-types.ts'

const seen = (content: Partial<SeenContent>): SeenContent => ({
  kind: undefined,
  isText: false,
  beginning: '',
  ...content,
})
const holds = (name: string, content: Partial<SeenContent>) => {
  const type = fileTypeOf(name)
  return type && holdsWhatItSays(type, seen(content))
}

test.each([
  'page.html',
  'logo.svg',
  'run.exe',
  'script.js',
  'macro.docm',
  'none',
  'constructor',
  'a.__proto__',
  'a.xml',
])('%s may not be added', (name) => expect(fileTypeOf(name)).toBeNull())

test('a file is taken for what it holds, not for its name', () => {
  expect(holds('offer.PDF', { kind: 'pdf' })).toBe(true)
  expect(holds('photo.jpeg', { kind: 'jpg' })).toBe(true)
  expect(holds('offer.pdf', { kind: 'exe' })).toBe(false)
  expect(holds('offer.pdf', { isText: true, beginning: '<html>' })).toBe(false)
  expect(holds('plan.docx', { kind: 'docm' })).toBe(false)
  expect(holds('plan.docx', { kind: 'zip' })).toBe(false)
})

test('text is UTF-8, and nothing that a browser could take for a page', () => {
  expect(holds('rows.csv', { isText: true, beginning: 'a;b\n1;2' })).toBe(true)
  // "BMW;3" begins like a picture.
  expect(holds('rows.csv', { kind: 'bmp', isText: true, beginning: 'BMW;3' })).toBe(true)
  expect(holds('rows.csv', { isText: false })).toBe(false)
  expect(holds('rows.csv', { kind: 'xlsx', isText: false })).toBe(false)
  for (const beginning of ['<!DOCTYPE html>', ' \n<svg xmlns="">', '<?xml version="1.0"?>', '<script>'])
    expect(holds('notes.txt', { isText: true, beginning }), beginning).toBe(false)
})
