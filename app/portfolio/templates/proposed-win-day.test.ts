import { expect, test } from 'vitest'
import { day } from '#tests/samples/plan-rows.ts'
import { planTemplates } from './find-template.ts'
import { proposedWinDay } from './proposed-win-day.ts'

const calendars = { vendor: { workweek: [1, 2, 3, 4, 5] }, customer: { workweek: [1, 2, 3, 4, 5] } }

test.each(planTemplates)(
  'the win of a plan from %o lies two weeks after its tasks, which closed days push on',
  (template) => {
    const liveBy = day('2026-10-30')
    const proposed = proposedWinDay(template, { liveBy, calendars })
    expect(proposed > '2026-11-13').toBe(true)
    const closed = [{ from: day('2026-11-02'), to: day('2026-11-15'), why: 'Fair' }]
    const shut = { vendor: { ...calendars.vendor, closed }, customer: { ...calendars.customer, closed } }
    expect(Date.parse(proposedWinDay(template, { liveBy, calendars: shut })) - Date.parse(proposed)).toBe(
      14 * 86_400_000,
    )
  },
)
