import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test('keeps a path of this site with its query', () => {
  expect(nextPath('/plans/1?show=mine')).toBe('/plans/1?show=mine')
})

test.each([
  'https://elsewhere.example/plans',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/.//elsewhere.example/..//x\n',
  '///elsewhere.example',
  '/\\/elsewhere.example',
  '\\\\elsewhere.example',
  '/plans/..//elsewhere.example/',
  '/\t/elsewhere.example',
  ' //elsewhere.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'http:elsewhere.example',
  '/plans\r\nSet-Cookie: a=b',
  `/${'a'.repeat(600)}`,
  'plans',
  '/sign-in',
  '/sign-out',
  '/link/abc',
  '/sign-in?next=/plans',
  '',
  undefined,
])('leads nobody to %s', (value) => {
  expect(nextPath(value)).toBeUndefined()
})

test('never gives a path that a browser reads as another host', () => {
  expect(nextPath('/.//elsewhere.example')).toBeUndefined()
})

test.each([
  '/%2f%2felsewhere.example',
  '/%5c%5celsewhere.example',
  '/plans/%2e%2e/%2felsewhere.example',
  '/@elsewhere.example',
  '/plans?next=//elsewhere.example',
])('what looks like another host, and is a path to every browser, stays on this site: %s', (value) => {
  const path = nextPath(value)
  if (path !== undefined) expect(new URL(path, 'https://plans.example').origin).toBe('https://plans.example')
})
