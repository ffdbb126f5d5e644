import { describe, expect, it } from 'vitest'
import type { IsoDate } from '#app/schedule/model.ts'
import { sampleMilestone, samplePlan, sampleTask } from '#tests/samples/plan.ts'
import type { Label } from './timeline-scale.ts'
import { placeLabels, timeScale } from './timeline-scale.ts'

const day = (date: string) => date as IsoDate

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
  it('names the months from edge to edge', () => {
    expect(scale.months.map(({ date }) => date.slice(0, 7))).toEqual([
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ])
    expect(scale.months[0]?.at).toBe(0)
    expect(scale.months.reduce((sum, month) => sum + month.width, 0)).toBeCloseTo(100, 0)
  })
  it('crosses a new year', () => {
    const { months } = timeScale(samplePlan({ criticalDate: day('2027-02-15') }))
    expect(months.map(({ date }) => date)).toContain('2027-01-01')
  })
})

describe('labels', () => {
  const label = (text: string, at: number): Label => ({ key: text, text, at, tone: 'closed', anchor: 'middle' })
  it('share a line only when they do not touch', () => {
    const placed = placeLabels([label('Plant shutdown', 50), label('Audit week', 55), label('Holidays', 90)])
    expect(placed.map(({ line }) => line)).toEqual([0, 1, 0])
  })
  it('are left out when there is no room', () => {
    expect(placeLabels([label('One', 50), label('Two', 50), label('Three', 50)], 2)).toHaveLength(2)
  })
})
