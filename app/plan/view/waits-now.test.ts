import { describe, expect, it } from 'vitest'
import { sampleTask } from '#tests/samples/plan.ts'
import { day } from '#tests/samples/plan-rows.ts'
import { calendarFor } from '#app/schedule/working-days.ts'
import { waitsNow } from './waits-now.ts'

// A Wednesday.
const today = day('2026-06-17')
const calendar = calendarFor(null, 'customer', today)
const at = (task: Partial<Parameters<typeof sampleTask>[0]>, on = today) =>
  waitsNow(sampleTask({ id: 'a', ...task }), calendar, on)

describe('a task asks for something now', () => {
  it('once it can start or is under way, and waits before', () => {
    const far = { earlyStart: day('2026-06-22'), lateStart: day('2026-08-03'), dueOn: day('2026-08-07') }
    expect(at(far)).toBeNull()
    expect(at({ ...far, earlyStart: today })).toBe('open')
    expect(at({ ...far, status: 'started' })).toBe('open')
  })
  it('urgently when it is late, must start or is due within three working days', () => {
    const soon = { earlyStart: day('2026-06-22'), lateStart: day('2026-06-24') }
    expect(at({ ...soon, dueOn: day('2026-06-22') })).toBe('urgent')
    expect(at({ ...soon, dueOn: day('2026-06-23') })).toBeNull()
    expect(at({ lateStart: today, dueOn: day('2026-07-07') })).toBe('urgent')
    expect(at({ ...soon, lateStart: day('2026-06-18'), dueOn: day('2026-07-07') }), 'tomorrow').toBe('urgent')
    expect(at({ earlyStart: today, slackDays: -1, dueOn: day('2026-07-07') })).toBe('urgent')
  })
  it('on a day off like on the working day after it', () => {
    const monday = { earlyStart: day('2026-06-22'), lateStart: day('2026-08-03'), dueOn: day('2026-08-07') }
    expect(at(monday, day('2026-06-20'))).toBe('open')
  })
})
