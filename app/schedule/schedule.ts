import { numberAt } from './number-at.ts'
import { walkBackward } from './walk-backward.ts'
import { criticalEnd, drivingChain } from './critical-path.ts'
import { dateOf, firstDay, lastDay, noDay } from './dates.ts'
import type { Faults } from './faults.ts'
import { emptyDates, noMoment, walkForward } from './walk-forward.ts'
import type { EarlyDates } from './walk-forward.ts'
import type { ScheduleAnswer, ScheduleRequest, ScheduleResult } from './model.ts'
import type { Network } from './network.ts'
import { compileNetwork } from './network.ts'
import type { TouchedDays } from './compute-slack.ts'
import { computeSlack } from './compute-slack.ts'
import { doneStatus, openStatus } from './task-table.ts'

/** A plan computed: its answer, and what is needed to ask it more (see chain.ts and answer-schedule-request.ts). */
export type ComputedSchedule = {
  network: Network
  dates: EarlyDates
  slack: Int32Array
  reach: TouchedDays
  answer: ScheduleAnswer
}

/**
 * The schedule of a plan by the critical path method, in whole working days: early and late dates, slack, the critical path,
 * and whether it is feasible. Pure, without a clock. Faults of the request are returned together, never thrown.
 */
export function schedule(request: ScheduleRequest): ScheduleResult {
  const result = computeSchedule(request)
  return result.ok ? { ok: true, answer: result.computed.answer } : { ok: false, faults: result.faults }
}

/** The days that were touched before a fault was found; null where none were computed. */
type Failed = ScheduleResult & { ok: false } & { reach: TouchedDays | null }

/** As `schedule`, keeping what it computed with. */
export function computeSchedule(request: ScheduleRequest): { ok: true; computed: ComputedSchedule } | Failed {
  const { network, faults } = compileNetwork(request)
  if (!network) return { ok: false, faults: faults.list, reach: null }
  const dates = emptyDates(network.size)
  walkForward(network, network.tasks.duration, dates, faults)
  if (faults.list.length > 0) return { ok: false, faults: faults.list, reach: touchedBy(dates) }
  const computed = answerFrom(network, dates, faults)
  return faults.list.length > 0 ? { ok: false, faults: faults.list, reach: computed.reach } : { ok: true, computed }
}

/** What the early dates touch, of those tasks that have any. */
function touchedBy({ start, finish }: EarlyDates): TouchedDays | null {
  const days = [...start, ...finish].filter((moment) => moment !== noMoment).map((moment) => moment >> 1)
  if (days.length === 0) return null
  return days.reduce(({ first, last }, day) => ({ first: Math.min(first, day), last: Math.max(last, day) }), {
    first: lastDay,
    last: firstDay,
  })
}

function answerFrom(network: Network, dates: EarlyDates, faults: Faults): ComputedSchedule {
  const { size, tasks } = network
  const late = walkBackward(network, dates)
  const { rows, slack, lateStart, reach } = computeSlack(network, dates, late, faults)
  const answer: ScheduleAnswer = {
    feasible: true,
    finish: null,
    startBy: null,
    slackDays: null,
    criticalPath: [],
    tasks: rows,
  }
  const computed = { network, dates, slack, reach, answer }
  if (size === 0) return computed
  let finish = numberAt(dates.finish, 0)
  let startBy = noDay
  let capped = network.finishBy !== noDay
  for (let task = 0; task < size; task++) {
    finish = Math.max(finish, numberAt(dates.finish, task))
    if (numberAt(slack, task) < 0) answer.feasible = false
    const state = numberAt(tasks.status, task)
    if (state !== doneStatus && numberAt(tasks.notAfter, task) !== noDay) capped = true
    if (state === openStatus && (startBy === noDay || numberAt(lateStart, task) < startBy))
      startBy = numberAt(lateStart, task)
  }
  const end = criticalEnd(network, dates, slack)
  answer.finish = dateOf(finish >> 1)
  if (startBy !== noDay) answer.startBy = dateOf(startBy)
  answer.slackDays = end !== null && capped ? numberAt(slack, end) : 0
  if (end !== null)
    answer.criticalPath = drivingChain(network, network.tasks.duration, dates, slack, end).map(
      (task) => tasks.ids[task] ?? '',
    )
  return computed
}
