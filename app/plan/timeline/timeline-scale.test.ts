import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import type { TimelineLabel } from './timeline-scale.ts'
import { placeLabels, roomFor, scaleBetween, timeScale } from './timeline-scale.ts'

const day = (date: string) => date as IsoDate
const numberOf = (date: string) => Date.parse(date) / 86_400_000
const namesBetween = (from: string, to: string) =>
  scaleBetween(numberOf(from), numberOf(to)).periods.map(({ text }) => text)

describe('the scale of time', () => {
  const plan = samplePlan({
    stages: [
      {
        stage: 'Purchase',
        done: 0,
        total: 1,
        milestones: [sampleMilestone({ id: 'm', tasks: [sampleTask({ id: 'a', earlyStart: day('2026-06-10') })] })],
      },
    ],
  })
  const scale = timeScale(plan)
  it('holds every day that the plan speaks of, with air at both ends', () => {
    expect(scale.from < '2026-06-10').toBe(true)
    expect(scale.to > '2026-10-30').toBe(true)
    expect(scale.start('2026-06-10')).toBeGreaterThan(0)
    expect(scale.end('2026-10-30')).toBeLessThan(100)
  })
  it('ends a day where the next begins', () => {
    expect(scale.end('2026-07-31')).toBe(scale.start('2026-08-01'))
    expect(scale.start('2026-07-01')).toBeLessThan(scale.start('2026-07-02'))
  })
  it('names the months, with the year in the first and in January', () => {
    expect(namesBetween('2026-06-20', '2026-07-20')).toEqual(['June 2026', 'July'])
    expect(namesBetween('2026-10-10', '2027-03-20')).toEqual(['Oct', 'Nov', 'Dec', 'Jan 2027', 'Feb', 'Mar'])
  })
  it('names quarters or years where months are too narrow, and draws no more lines than it names', () => {
    expect(namesBetween('2026-11-10', '2028-02-01')).toEqual(['Nov', 'Jan 2027', 'Apr', 'Jul', 'Oct'])
    // Every third month would leave both years without room for their names.
    expect(namesBetween('2027-02-01', '2028-02-03')).toEqual(['Feb 2027', 'Jul'])
    const far = timeScale(samplePlan({ criticalDate: day('2031-03-15') }))
    expect(far.periods.map(({ text }) => text)).toEqual(['2026', '2027', '2028', '2029', '2030'])
    expect(far.rules).toHaveLength(4)
  })
  it('names something from two weeks to five years, and no name touches another or the edge', () => {
    const length = fc.integer({ min: 14, max: 5 * 366 })
    fc.assert(
      fc.property(fc.integer({ min: 20_600, max: 21_400 }), length, (from, days) => {
        const { periods } = scaleBetween(from, from + days)
        expect(periods.length).toBeGreaterThan(0)
        for (const [index, { at, text }] of periods.entries())
          expect(at + roomFor(text), text).toBeLessThanOrEqual(periods[index + 1]?.at ?? 100)
        if (days > 366) expect(periods.map(({ text }) => text).join(' ')).toMatch(/20\d\d/)
      }),
    )
  })
})

describe('labels', () => {
  const label = (text: string, at: number): TimelineLabel => ({ key: text, text, at, tone: 'closed', anchor: 'middle' })
  it('share a line only when they do not touch', () => {
    const placed = placeLabels([label('Plant shutdown', 50), label('Audit week', 55), label('Holidays', 90)])
    expect(placed.map(({ line }) => line)).toEqual([0, 1, 0])
  })
  it('are left out when there is no room', () => {
    expect(placeLabels([label('One', 50), label('Two', 50), label('Three', 50)], 2)).toHaveLength(2)
  })
  it('stay within the picture', () => {
    const [critical, closed] = placeLabels([
      { ...label('15 March 2031', 80), anchor: 'start' },
      label('Plant closed all summer', 12),
    ])
    expect([critical?.anchor, closed?.anchor]).toEqual(['end', 'start'])
  })
})
