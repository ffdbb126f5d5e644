import { amount } from '#emails/parts/amounts.ts'
import { shortDate } from '#app/ui/date-words.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { type WinPoint, winChartHeight, winChartLines } from './win-chart-lines.ts'
import { winChartLabels, winChartWords } from './win-chart-words.ts'

export type WinChartProps = {
  win: { measure: string; unit: string; baseline: number; target: number; winBy: string }
  /** What was measured, the latest last. */
  measured: readonly WinPoint[]
  /** The day on which the baseline stands. */
  start: IsoDate
  today: string
}

const percent = (x: number) => `${x.toFixed(2)}%`

/** The way from the baseline to the target: a curve of what was measured, drawn by the server, and read out as one sentence. */
export function WinChart({ win, measured, start, today }: WinChartProps) {
  const { points, baseline, target, from, to } = winChartLines(win, measured, start)
  const last = points.at(-1)
  const latest = measured.at(-1)
  // Each label stands on the outer side of its line, where the curve does not run.
  const isDown = baseline < target
  const labelOf = (line: number, isUpper: boolean) => (isUpper ? line - 7 : line + 16)
  return (
    <svg
      className="win-chart"
      width="100%"
      height={winChartHeight}
      role="img"
      aria-label={winChartWords(win, measured, today)}
    >
      <line className="base" x1="0" x2="100%" y1={baseline} y2={baseline} />
      <line className="goal" x1="0" x2="100%" y1={target} y2={target} />
      <text x="0" y={labelOf(baseline, isDown)}>
        {winChartLabels.baseline(win.baseline)}
      </text>
      <text className="goal" x="0" y={labelOf(target, !isDown)}>
        {winChartLabels.target(win.target)}
      </text>
      {points.slice(1).map((point, at) => {
        const before = points[at] ?? point
        return (
          <line
            key={at}
            className="run"
            x1={percent(before.x)}
            y1={before.y.toFixed(1)}
            x2={percent(point.x)}
            y2={point.y.toFixed(1)}
          />
        )
      })}
      {points.map((point, at) => (
        <circle key={at} cx={percent(point.x)} cy={point.y.toFixed(1)} r={at === points.length - 1 ? 5 : 3.5} />
      ))}
      {last && latest && (
        <text
          className="now"
          x={percent(last.x)}
          dx={last.x < 15 ? 9 : 0}
          y={(last.x < 15 ? last.y + 5 : last.y - 11).toFixed(1)}
          textAnchor={last.x > 85 ? 'end' : last.x < 15 ? 'start' : 'middle'}
        >
          {amount(latest.measured)}
        </text>
      )}
      <text x="0" y={winChartHeight - 4}>
        {shortDate(from, today)}
      </text>
      <text x="100%" y={winChartHeight - 4} textAnchor="end">
        {shortDate(to, today)}
      </text>
    </svg>
  )
}
