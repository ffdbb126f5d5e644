import { expect, test } from 'vitest'
import { linkName, webAddress } from './link-name.ts'

test.each([
  ['example.com/report', 'https://example.com/report'],
  ['http://example.com', 'http://example.com/'],
  ['example.com:8443/a', 'https://example.com:8443/a'],
  ['https://münchen.example/ü', 'https://xn--mnchen-3ya.example/%C3%BC'],
])('%s leads to %s', (typed, address) => expect(webAddress(typed)).toBe(address))

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'mailto:ana@example.com',
  'file:///etc/passwd',
  'https://bank.example@evil.example/',
  'https://user:secret@example.com/',
  'two words',
  'localhost',
  'https://',
])('%s is no address that may be added', (typed) => expect(webAddress(typed)).toBeNull())

test('a link that no one named is called by where it leads', () => {
  expect(linkName('https://www.example.com/')).toBe('example.com')
  expect(linkName('https://example.com/a/b?c=d')).toBe('example.com/a/b')
})
