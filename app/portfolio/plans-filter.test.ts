import { expect, test } from 'vitest'
import { newId } from '#app/kit/ids.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { readPlansPage, writePlansPage } from './plans-page.ts'
import { plansPath, readPlansFilter } from './plans-filter.ts'

test.each([
  ['', { state: null, stage: null, late: false, mine: false, archived: false }],
  ['state=under+way&mine=yes', { state: 'under way', stage: null, late: false, mine: true, archived: false }],
  ['state=&late=yes', { state: null, stage: null, late: true, mine: false, archived: false }],
  ['archived=yes', { state: null, stage: null, late: false, mine: false, archived: true }],
  ['state=else&stage=rollout&late=no', { state: null, stage: null, late: false, mine: false, archived: false }],
])('"%s" is read', (search, filter) => {
  expect(readPlansFilter(new URLSearchParams(search))).toEqual(filter)
})

test('a page of a filter has an address that reads as the same filter', () => {
  const filter = { state: 'under way', stage: 'Rollout', late: true, mine: true, archived: true } as const
  const page = { after: { rank: 1, goalOn: day('2026-09-15'), planId: newId() } }
  const path = plansPath(filter, writePlansPage(page))
  const search = new URL(path, 'http://localhost').searchParams
  expect(readPlansFilter(search)).toEqual(filter)
  expect(readPlansPage(search)).toEqual(page)
  expect(plansPath({ state: null, stage: null, late: false, mine: false, archived: false })).toBe('/plans')
})

const id = '0190a7c2-8f2d-7cc3-98c4-dc0c0c07398f'

test.each([
  'page=3',
  'after=',
  'after=1.2026-09-15',
  `after=x.2026-09-15.${id}`,
  `after=1.2026-02-31.${id}`,
  `after=1.2026-09-15.${id}x`,
  "before=1.2026-09-15.'; drop table plan",
])('"%s" asks for the first page', (search) => {
  expect(readPlansPage(new URLSearchParams(search))).toBeNull()
})

test('a page before a plan is read, and one after it goes first', () => {
  const place = { rank: 0, goalOn: day('2026-09-15'), planId: id }
  expect(readPlansPage(new URLSearchParams(writePlansPage({ before: place })))).toEqual({ before: place })
  const both = { ...writePlansPage({ before: place }), ...writePlansPage({ after: place }) }
  expect(readPlansPage(new URLSearchParams(both))).toEqual({ after: place })
})
