import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { day } from '#tests/reference/plans.ts'
import { renderPage } from '#tests/samples/render-page.tsx'
import { WinChart } from './win-chart.tsx'
import { winChartLines } from './win-chart-lines.ts'

const win = { measure: 'time to close a month', unit: 'days', baseline: 30, target: 1, winBy: '2026-10-30' }
const measured = [
  { measured: 22, on: '2026-07-01' },
  { measured: 12, on: '2026-08-14' },
]

describe('the chart of a first win', () => {
  it('is read out as one sentence, from baseline to target, with the days of what was measured', async () => {
    await renderPage(<WinChart win={win} measured={measured} start={day('2026-06-01')} today="2026-08-20" />)
    expect(
      screen.getByRole('img', {
        name: 'Time to close a month: baseline 30 days, 22 days on 1 July, 12 days on 14 August. Target: 1 day by 30 October.',
      }),
    ).toHaveTextContent('Baseline 30Target 1121 Jun30 Oct')
  })

  it('runs from the baseline at its first day to the values at theirs, higher ones above', () => {
    const { points, baseline, target } = winChartLines(win, measured, day('2026-06-01'))
    const [start, first, last] = points
    expect(start?.y).toBe(baseline)
    expect(baseline).toBeLessThan(target)
    expect([start, first, last].map((point) => Math.round(point?.x ?? 0))).toEqual([1, 20, 49])
    expect((first?.y ?? 0) < (last?.y ?? 0) && (last?.y ?? 0) < target).toBe(true)
  })

  it('keeps values beyond its lines and its days inside', () => {
    const beyond = [
      { measured: 40, on: '2026-05-01' },
      { measured: 0, on: '2026-12-01' },
    ]
    const { points, from, to } = winChartLines(win, beyond, day('2026-06-01'))
    expect([from, to]).toEqual(['2026-05-01', '2026-12-01'])
    for (const { x, y } of points) expect(x >= 0 && x <= 100 && y >= 20 && y <= 100).toBe(true)
  })
})
