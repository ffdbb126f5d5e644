import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPage, urls } from '#tests/reach/urls.ts'
import { paths } from '#app/kit/paths.ts'
import { nextPath, planIdInPath } from './next-path.ts'

test('keeps a path of this site with its query, and its place on the page', () => {
  expect(nextPath('/plans/1?show=mine')).toBe('/plans/1?show=mine')
  expect(nextPath('/plans/1/conversation#comment-2')).toBe('/plans/1/conversation#comment-2')
})

test('finds the plan of a path that leads to a place on its page', () => {
  const planId = '01890000-0000-7000-8000-000000000000'
  expect(planIdInPath(`/plans/${planId}#point-1`)).toBe(planId)
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
  '/LINK/abc',
  '/lin%6b/abc',
  '/link/abc/',
  '/Sign-Out',
  '/sign-out/',
  '/%73ign-in',
  '/SSO/x/start',
  '/sign-out.data',
  '/plans/x/events',
  '/nowhere',
  '/plans/%E0%A4%A',
  '',
  undefined,
])('leads no one to %s', (value) => {
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

test('no way of writing the path of a sign-in page leads to it', () => {
  const signInPath = fc.constantFrom('/sign-in', '/sign-out', '/link/abc', '/sso/x/start', '/api/v1/schedule')
  const ways = fc.infiniteStream(fc.constantFrom('as it is', 'upper', 'encoded'))
  fc.assert(
    fc.property(signInPath, ways, fc.constantFrom('', '/', '//', '.', '/.', '?x=1', '.data'), (path, way, tail) => {
      const written = [...path].map((letter) => {
        const how = way.next().value
        if (letter === '/' || how === 'as it is') return letter
        return how === 'upper' ? letter.toUpperCase() : `%${letter.charCodeAt(0).toString(16)}`
      })
      expect(nextPath(written.join('') + tail)).toBeUndefined()
    }),
  )
})

test('finds the plan that a path leads into, on every page of it', () => {
  const id = '6f1c2a3e-0000-4000-8000-000000000001'
  for (const path of [paths.plan(id), `/plans/${id}/win?x=1`, `/plans/${id}/`, `/PLANS/${id}/activity`])
    expect(planIdInPath(path)).toBe(id)
  for (const path of ['/plans/new', '/plans/x', `/plans/${id}/nowhere`, `/x/plans/${id}`, '', undefined])
    expect(planIdInPath(path)).toBeUndefined()
})

test('what is no page is never a place to go to', () => {
  const withoutPage = urls.filter((url) => url !== '' && !isPage(url))
  expect(withoutPage).toContain('faults')
  for (const url of withoutPage) expect([url, nextPath(`/${url.replace(/:\w+/g, 'x')}`)]).toEqual([url, undefined])
})
