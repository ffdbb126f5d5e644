import { expect, it } from 'vitest'
import { day, sampleMaterial } from '#tests/samples/plan-rows.ts'
import { type AgreedTerms, changesSince } from './terms.ts'
import { type Edit, storedValue, withEdit } from './what-if/edits.ts'

const { rows } = sampleMaterial()
const week = { from: day('2026-07-06'), to: day('2026-07-10') }
const closed = [
  { ...week, why: 'Fair' },
  { ...week, why: 'Audit' },
  { from: day('2026-08-03'), to: day('2026-08-14'), why: 'Shutdown' },
]
const shut = { ...rows, plan: { ...rows.plan, vendorCalendar: { ...rows.plan.vendorCalendar, closed } } }

const termsOf = ({ plan }: typeof shut): AgreedTerms => ({
  criticalDate: plan.criticalDate,
  criticalReason: plan.criticalReason,
  firstWin: { statement: '', measure: '', unit: '', baseline: 0, target: 1, winBy: plan.winBy, announcedTo: '' },
  vendorCalendar: plan.vendorCalendar,
  customerCalendar: plan.customerCalendar,
  tasks: [],
})

it('sees no change in a closed period that was worked through and put back, and one in another reason', () => {
  const through: Edit = { field: 'closed', side: 'vendor', ...week, value: null }
  const open = withEdit(shut, through)
  expect(changesSince(termsOf(shut), termsOf(open)).words).toEqual(['The calendar'])
  const back = withEdit(open, { ...through, value: storedValue(shut, through) } as Edit)
  expect(back.plan.vendorCalendar.closed).not.toEqual(closed)
  expect(changesSince(termsOf(shut), termsOf(back)).words).toEqual([])
  const other = withEdit(open, { ...through, value: 'Fair' })
  expect(changesSince(termsOf(shut), termsOf(other)).words).toEqual(['The calendar'])
  // Whose calendar it is counts.
  const swapped = {
    ...shut.plan,
    vendorCalendar: shut.plan.customerCalendar,
    customerCalendar: shut.plan.vendorCalendar,
  }
  expect(changesSince(termsOf(shut), termsOf({ ...shut, plan: swapped })).words).toEqual(['The calendar'])
})
