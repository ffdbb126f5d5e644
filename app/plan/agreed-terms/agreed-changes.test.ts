import { expect, it } from 'vitest'
import { day, sampleMaterial } from '#tests/samples/plan-rows.ts'
import type { AgreedTerms } from './agreed-terms.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import type { Edit } from '../edits/edit.ts'
import { storedEditValue, withEdit } from '../edits/with-edit.ts'
import { changesSince } from './agreed-changes.ts'
import { agreedChangeWords } from '../agreement/change-words.ts'

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
  criticalReason: plan.criticalReason ?? '',
  firstWin: { statement: '', measure: '', unit: '', baseline: 0, target: 1, winBy: plan.winBy, announcedTo: '' },
  vendorCalendar: plan.vendorCalendar,
  customerCalendar: plan.customerCalendar,
  tasks: [],
})

const told = { companies: { vendor: 'Brightline', customer: 'Halden Foods' }, today: '2026-06-17' }
const partsBetween = (before: typeof shut, now: typeof shut) =>
  changesSince(termsOf(before), termsOf(now), told).map(({ part }) => part)

it('says each value then and now, in words, with the task that it is of', () => {
  const legal = { id: 'legal', title: 'Contract at Legal', side: 'vendor' as const, durationDays: 10, sittings: null }
  const scope = { ...legal, id: 'scope', title: 'Scope', dependsOn: [] }
  const plan = termsOf(shut)
  const agreed = { ...plan, tasks: [{ ...legal, dependsOn: [] }, scope] }
  const now = {
    ...plan,
    criticalDate: '2027-09-22',
    firstWin: { ...plan.firstWin, target: 2, unit: 'days' },
    tasks: [
      { ...legal, side: 'both' as const, dependsOn: ['scope FS 2'] },
      { ...scope, id: 'train', title: 'Train' },
    ],
  }
  expect(changesSince(agreed, now, told).map((change) => [change.title, change.before, change.after])).toEqual([
    ['Target date', '15 September', '22 September 2027'],
    ['Unit', '', 'days'],
    ['Target', '1 ', '2 days'],
    ['Side of “Contract at Legal”', 'Brightline', 'Both companies'],
    ['Dependencies of “Contract at Legal”', '', 'Scope: starts at least 2 working days after it finishes'],
    ['“Train” added', '', ''],
    ['“Scope” removed', 'Scope', ''],
  ])
})

it('names the region of changed public holidays, and counts days only where the region stays', () => {
  const holidays = (...dates: string[]) =>
    dates.map((date) => ({ date: day(date), name: 'A holiday', localName: null }))
  const words = (before: Partial<StoredCalendar>, after: Partial<StoredCalendar>) => {
    const withCalendar = (calendar: Partial<StoredCalendar>) => {
      const terms = termsOf(shut)
      return { ...terms, vendorCalendar: { ...terms.vendorCalendar, ...calendar } }
    }
    const [change] = changesSince(withCalendar(before), withCalendar(after), told)
    return change && agreedChangeWords(change)
  }
  const us = { region: 'US', holidays: holidays('2026-07-03', '2026-09-07') }
  expect(words(us, { region: 'DE-BY', holidays: holidays('2026-10-03') })).toBe(
    'Brightline’s public holidays: US → DE-BY',
  )
  expect(words(us, { region: null, holidays: [] })).toBe('Brightline’s public holidays: US → none')
  expect(words(us, { ...us, holidays: holidays('2026-07-03', '2026-10-12', '2026-11-11') })).toBe(
    'Brightline’s public holidays: US → US, 2 days added, 1 day removed',
  )
  expect(words(us, us)).toBeUndefined()
})

it('sees no change in a closed period that was worked through and put back, and one in other reason', () => {
  const through: Edit = { field: 'closed', side: 'vendor', ...week, value: null }
  const open = withEdit(shut, through)
  expect(partsBetween(shut, open)).toEqual(['vendorClosed'])
  const back = withEdit(open, { ...through, value: storedEditValue(shut, through) } as Edit)
  expect(back.plan.vendorCalendar.closed).not.toEqual(closed)
  expect(partsBetween(shut, back)).toEqual([])
  const other = withEdit(open, { ...through, value: 'Fair' })
  expect(partsBetween(shut, other)).toEqual(['vendorClosed'])
  // Whose calendar it is counts.
  const swapped = {
    ...shut.plan,
    vendorCalendar: shut.plan.customerCalendar,
    customerCalendar: shut.plan.vendorCalendar,
  }
  expect(partsBetween(shut, { ...shut, plan: swapped })).toEqual(['vendorClosed', 'customerClosed'])
})
