import { expect, test } from 'vitest'
import { planLinks } from '#app/kit/paths.ts'
import { readActivityFilter, readBefore } from './activity-filter.ts'

const links = planLinks('p')

test('a filter is read from an address and written into one', () => {
  const query = `?about=tasks&by=Ana+Lind&from=2026-06-01&to=2026-06-30`
  const filter = readActivityFilter(new URLSearchParams(query))
  expect(filter).toEqual({ about: 'tasks', by: 'Ana Lind', from: '2026-06-01', to: '2026-06-30' })
  expect(links.activity(filter)).toBe(`/plans/p/activity${query}`)
  expect(links.activity({ by: 'Halden', before: 12 })).toBe('/plans/p/activity?by=Halden&before=12')
})

test('what is unknown narrows nothing', () => {
  const given = { about: '__proto__', by: 'a\u0007', from: '2026-02-30', to: 'x', before: '-1' }
  expect(readActivityFilter(new URLSearchParams(given))).toEqual({})
  expect(links.activity({})).toBe('/plans/p/activity')
  for (const before of ['', '0', '-1', '1e3', '9'.repeat(13)])
    expect(readBefore(new URLSearchParams({ before }))).toBeUndefined()
})
