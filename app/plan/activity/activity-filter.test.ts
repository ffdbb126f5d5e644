import { expect, test } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { readActivityFilter, readBefore } from './activity-filter.ts'

const links = planLinks('p')
const person = '0b8f7f8e-9f6f-4b5c-8f57-6f2f0a3c1d2e'

test('a filter is read from an address and written into one', () => {
  const query = `?about=tasks&by=${person}&from=2026-06-01&to=2026-06-30`
  const filter = readActivityFilter(new URLSearchParams(query))
  expect(filter).toEqual({ about: 'tasks', by: person, from: '2026-06-01', to: '2026-06-30' })
  expect(links.activity(filter)).toBe(`/plans/p/activity${query}`)
  expect(links.activity({ by: 'customer', before: 12 })).toBe('/plans/p/activity?by=customer&before=12')
})

test('what is unknown narrows nothing', () => {
  const given = { about: '__proto__', by: "1' or true", from: '2026-02-30', to: 'x', before: '-1' }
  expect(readActivityFilter(new URLSearchParams(given))).toEqual({})
  expect(links.activity({})).toBe('/plans/p/activity')
  for (const before of ['', '0', '-1', '1e3', '9'.repeat(13)])
    expect(readBefore(new URLSearchParams({ before }))).toBeUndefined()
})
