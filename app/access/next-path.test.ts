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
