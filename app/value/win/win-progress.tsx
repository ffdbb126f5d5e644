import { longDate } from '#app/ui/date-words.ts'
import { withUnit } from '#emails/parts/amounts.ts'
import type { MeasurementView } from './measurement-view.ts'
import { WinChart, type WinChartProps } from './win-chart.tsx'
import { measurementWords } from './win-chart-words.ts'

type WinProgressProps = Omit<WinChartProps, 'measured'> & { measurements: readonly MeasurementView[] }

/** What was measured on the way to the first win, on the plan: the chart, and the latest value with its day. */
export function WinProgress({ win, measurements, start, today }: WinProgressProps) {
  const latest = measurements.at(-1)
  return (
    <>
      <WinChart {...{ win, start, today }} measured={measurements} />
      {latest && (
        <p className="fine">
          {measurementWords(withUnit(latest.measured, win.unit), longDate(latest.on, today), latest.by)}
        </p>
      )}
    </>
  )
}
