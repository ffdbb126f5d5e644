import { answerSchedule } from '#app/api/answer-schedule.server.ts'
import type { Computation } from '#app/kit/computations.ts'
import { decodePicture } from '#app/kit/decode-picture.server.ts'
import { resolveHolidays } from '#app/plan/core/plan-holidays.server.ts'
import { findAdvice } from '#app/plan/what-if/find-advice.ts'
import { computeForecast } from '#app/plan/forecast/run-forecast.ts'
import { summarizePlans } from '#app/plan/summary/plan-summary.ts'
import { findWaitingTasks } from '#app/plan/page/waiting-tasks.ts'
import { findCalendarDays } from '#app/notices/calendar/calendar-days.ts'
import { drawCard } from '#app/value/announce/draw-card.server.ts'

/** Everything that threads compute. */
const computations = [
  answerSchedule,
  resolveHolidays,
  findAdvice,
  computeForecast,
  summarizePlans,
  findWaitingTasks,
  drawCard,
  decodePicture,
  findCalendarDays,
]

/** What a thread is sent. */
export type ComputationRequest = { name: string; input: unknown }

/** The computation of a name. @throws Error for a name that is not in the list */
export function findComputation(name: string): Computation<unknown, unknown> {
  const found = computations.find((it) => it.name === name)
  if (!found) throw new Error(`No thread computes ${name}`)
  // The name was sent together with the input that belongs to it.
  return found as Computation<unknown, unknown>
}
