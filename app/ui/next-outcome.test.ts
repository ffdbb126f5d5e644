import { expect, test } from 'vitest'
import { keepOutcomeName, takeOutcomeName } from './next-outcome.ts'

const leadsTo = (location: string) => keepOutcomeName(new Response(null, { status: 303, headers: { location } }))

test('the address that a form leads to stays clean, and the load of that page alone asks for the outcome, once', () => {
  const redirect = leadsTo('/plans/1?show=mine&told=abc#task-2')
  expect([redirect.status, redirect.headers.get('location')]).toEqual([303, '/plans/1?show=mine#task-2'])
  expect(takeOutcomeName('/plans/2')).toBeNull()
  expect(takeOutcomeName('/plans/1')).toBe('abc')
  expect(takeOutcomeName('/plans/1')).toBeNull()
})

test('what leads nowhere, or to a page that tells nothing, passes as it is', () => {
  expect(leadsTo('/plans/1').headers.get('location')).toBe('/plans/1')
  const refused = new Response(null, { status: 400 })
  expect(keepOutcomeName(refused)).toBe(refused)
  expect(takeOutcomeName('/plans/1')).toBeNull()
})

test('a page that is loaded as a whole document is asked for by its address', () => {
  const headers = { location: '/plans/1?told=abc', 'X-Remix-Reload-Document': 'true' }
  const redirect = keepOutcomeName(new Response(null, { status: 303, headers }))
  expect(redirect.headers.get('location')).toBe('/plans/1?told=abc')
  expect(takeOutcomeName('/plans/1')).toBeNull()
})
