import { describe, expect, it } from 'vitest'
import { closedRows, typedCalendar, withRowsChanged } from './calendar-rows.ts'

const posted = {
  'customerClosed.0.from': '2026-08-03',
  'customerClosed.0.why': 'Plant shutdown',
  'customerClosed.3.why': 'Outing',
  'customerExtra.0.date': '2026-06-27',
  customerWorks: '2026-06-04',
  'customerWorksWhy.2026-06-04': 'release week',
}

describe('rows of the calendar’s form', () => {
  it('are read in order, whatever their numbers', () => {
    expect(closedRows(posted, 'customer')).toEqual([
      { row: 0, from: '2026-08-03', to: '', why: 'Plant shutdown' },
      { row: 3, from: '', to: '', why: 'Outing' },
    ])
    expect(closedRows(posted, 'vendor')).toEqual([])
  })

  it('grow and shrink as asked, and keep what was typed', () => {
    const more = withRowsChanged(posted, 'add customerClosed')
    expect(closedRows(more, 'customer').map(({ row }) => row)).toEqual([0, 3, 4])
    const fewer = withRowsChanged(more, 'drop customerClosed.0')
    expect(closedRows(fewer, 'customer').map(({ why }) => why)).toEqual(['Outing', ''])
    expect(fewer['customerExtra.0.date']).toBe('2026-06-27')
    for (const order of ['drop customerWorks', 'add nothing', 'drop', 'turn customerClosed'])
      expect(withRowsChanged(posted, order)).toEqual(posted)
  })

  const stored = {
    closed: [],
    days: [
      { date: '2026-06-04', why: 'fair' },
      { date: '2026-06-28', why: 'audit' },
    ],
  }
  const holidays = new Set(['2026-06-04'])

  it('are those stored, then those posted, then what a chooser settled whole', () => {
    expect(typedCalendar(null, 'customer', stored, holidays)).toEqual({
      closed: [],
      days: [{ row: 0, date: '2026-06-28', why: 'audit' }],
      worked: new Map([['2026-06-04', 'fair']]),
    })
    const typed = typedCalendar(posted, 'customer', stored, holidays)
    expect(typed.worked).toEqual(new Map([['2026-06-04', 'release week']]))
    expect(typed.closed).toHaveLength(2)
    const whole = { ...posted, customerClosed: '[{"from":"2026-07-06","to":"2026-07-06","why":"Theirs"}]' }
    expect(typedCalendar(whole, 'customer', stored, holidays).closed).toEqual([
      { row: 0, from: '2026-07-06', to: '2026-07-06', why: 'Theirs' },
    ])
  })
})
