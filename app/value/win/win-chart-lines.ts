import { daysBetween } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'

/** A value on a day. */
export type WinPoint = { measured: number; on: string }

export type WinChartLines = {
  /** From left to right, in per cent; the first is the baseline on the first day. */
  points: { x: number; y: number }[]
  baseline: number
  target: number
  /** The days at both ends. */
  from: string
  to: string
}

/** The room for the curve, in per cent of the width and in pixels of the height; outside of it stand the labels. */
const [left, right, top, bottom] = [0.8, 99.2, 26, 98]

/** The height of the whole chart, in pixels. */
export const winChartHeight = 138

/** Where the lines of a chart from baseline to target run: larger values stand higher. */
export function winChartLines(
  win: { baseline: number; target: number; winBy: string },
  measured: readonly WinPoint[],
  start: IsoDate,
): WinChartLines {
  const days = measured.map(({ on }) => on)
  const from = [start, ...days].reduce((first, on) => (on < first ? on : first))
  const to = [win.winBy, ...days].reduce((last, on) => (on > last ? on : last))
  const values = [win.baseline, win.target, ...measured.map((point) => point.measured)]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  // All dates come from columns of dates.
  const length = Math.max(1, daysBetween(from as IsoDate, to as IsoDate))
  const x = (on: string) => left + ((right - left) * daysBetween(from as IsoDate, on as IsoDate)) / length
  const y = (value: number) => bottom - ((bottom - top) * (value - least)) / (most - least || 1)
  return {
    points: [{ x: left, y: y(win.baseline) }, ...measured.map((point) => ({ x: x(point.on), y: y(point.measured) }))],
    baseline: y(win.baseline),
    target: y(win.target),
    from,
    to,
  }
}
