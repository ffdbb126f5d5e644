import { expect, test } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { faultsOfNewPlan, newPlan } from './model.ts'

const posted = {
  account: 'Halden Foods',
  project: 'Faster month-end close',
  template: 'data-platform',
  criticalDate: '2026-09-15',
  criticalReason: 'the half-year audit begins on the 16th',
  ifMissed: '',
  statement: 'We closed the books in one day.',
  measure: 'time to close a month',
  unit: 'days',
  baseline: '30',
  target: '1,5',
  winBy: '2026-10-30',
  announcedTo: 'the board',
}

test('what the form posts is taken', () => {
  expect(newPlan.parse(posted)).toMatchObject({ ifMissed: null, baseline: 30, target: 1.5 })
})

test.each([
  ['criticalDate', '2026-02-30'],
  ['criticalDate', ''],
  ['account', '  '],
  ['project', 'x'.repeat(201)],
  ['baseline', 'thirty'],
])('%s of "%s" is refused by its name', (field, value) => {
  const parsed = newPlan.safeParse({ ...posted, [field]: value })
  expect(new Set(parsed.error?.issues.map(({ path }) => path[0]))).toEqual(new Set([field]))
})

test('a date that has passed, a win too early and a target that is no win are told all at once', () => {
  const plan = { ...newPlan.parse(posted), target: 30, winBy: '2026-09-14' as IsoDate }
  expect(faultsOfNewPlan(plan, '2026-09-16')).toEqual([
    { field: 'criticalDate', message: 'This date has passed.' },
    { field: 'winBy', message: 'The first win can’t come before the critical date.' },
    { field: 'target', message: 'The target is the same as today’s value. What would count as a win?' },
  ])
  expect(faultsOfNewPlan(newPlan.parse(posted), '2026-09-15')).toEqual([])
})
