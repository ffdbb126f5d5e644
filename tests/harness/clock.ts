import { shiftedClock, todayIn } from '#app/kit/clock.ts'
import { addDays } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { testNow } from '#tests/factories/now.ts'

/**
 * How far the clock of a run that starts now is ahead of the system's, in milliseconds.
 * @param day an ISO date, on which it is then 08:00 UTC; an ISO moment; or `today`, for the system's clock itself
 * @throws Error for anything else
 */
export function clockShift(day: string = testNow): number {
  if (day === 'today') return 0
  const moment = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T08:00:00Z` : day)
  if (Number.isNaN(moment)) throw new Error(`“${day}” is no day: give an ISO date such as 2028-02-29, or today.`)
  return moment - Date.now()
}

/**
 * Sets the clock once for all processes of a run, from a runner's configuration. `npm test` has set it already; `TEST_DAY` names
 * another day for a runner that is started by hand.
 */
export function ensureClockOfRun(): void {
  process.env.CLOCK_SHIFT_MS ??= String(clockShift(process.env.TEST_DAY))
}

const shift = () => Number(process.env.CLOCK_SHIFT_MS ?? 0)

/** The clock of the processes under test; tests use it for dates that they compare with them. */
export const runClock = { now: () => shiftedClock(shift()).now() }

/** Whether the run uses the system's clock. */
export const isSystemClock = (): boolean => shift() === 0

/** The date this many days after the run's, in Berlin, the time zone of the tests' browsers and workspaces. */
export const inDays = (days: number): IsoDate => addDays(todayIn('Europe/Berlin', runClock.now()), days)
