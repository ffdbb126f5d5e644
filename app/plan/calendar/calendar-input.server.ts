import { firstValue } from '#app/runner/read-form.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { readRegion } from '#app/schedule/regions.server.ts'
import { type ClosedRow, type DayRow, closedRows, dayRows, isFilled, workedHolidays } from './calendar-rows.ts'

const calendarSides = ['vendor', 'customer'] as const

/**
 * The input of edit-calendar from what its form posts (`calendar-rows.ts` reads the rows, blank ones passed over). A chooser posts
 * `vendorClosed` and `vendorDays` whole, as JSON.
 */
export function calendarFormInput(values: PostedValues): Record<string, unknown> {
  const parts = calendarSides.flatMap((side): [string, unknown][] => [
    [`${side}Workweek`, values[`${side}Workweek`] ?? []],
    [`${side}Closed`, values[`${side}Closed`] ?? filledRows(closedRows(values, side)).map(wholePeriod)],
    [`${side}Days`, values[`${side}Days`] ?? [...workedHolidays(values, side), ...filledRows(dayRows(values, side))]],
  ])
  return { ...withRegionCodes(values), ...Object.fromEntries(parts) }
}

/** Regions are posted in words, and compared and kept by their codes. What names none is the command's to tell. */
export function withRegionCodes(values: PostedValues): PostedValues {
  const codes = calendarSides.flatMap((side) => {
    const field = `${side}Region`
    const read = readRegion(firstValue(values, field) ?? '')
    return 'code' in read ? [[field, read.code] as const] : []
  })
  return { ...values, ...Object.fromEntries(codes) }
}

/** Each with its place among all rows of the form, by which a fault names it. */
const filledRows = <Row extends ClosedRow | DayRow>(rows: readonly Row[]): (Row & { at: number })[] =>
  rows.flatMap((row, index) => (isFilled(row) ? [{ ...row, at: index + 1 }] : []))

/** One day off has its last day where its first is. */
const wholePeriod = ({ from, to, why, at }: ClosedRow & { at: number }) => ({ from, to: to || from, why, at })
