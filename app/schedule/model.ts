declare const isoDate: unique symbol

/** A calendar day without time or zone, written YYYY-MM-DD; only dates that exist. */
export type IsoDate = string & { readonly [isoDate]: true }

export const sides = ['vendor', 'customer', 'both'] as const
/** Who does a task; a day counts for `both` only if both work on it. */
export type Side = (typeof sides)[number]

export const linkTypes = ['FS', 'SS', 'FF', 'SF'] as const
/** Finish to start, start to start, finish to finish, start to finish. */
export type LinkType = (typeof linkTypes)[number]

/** A task depends on another. `lagDays` are working days of the one that depends; negative ones let the two overlap. */
export type Link = { readonly task: string; readonly type?: LinkType | null; readonly lagDays?: number | null }

/** Days, ends included, on which a side does not work. */
export type ClosedPeriod = { readonly from: IsoDate; readonly to: IsoDate; readonly why?: string | null }

/**
 * When one side works. Weekdays are ISO (1 is Monday), Monday to Friday when left out. Holidays and closed periods are a
 * union; an extra work day wins over both and over the week.
 */
export type CalendarSpec = {
  readonly workweek?: readonly number[] | null
  readonly holidays?: readonly IsoDate[] | null
  readonly extraWorkdays?: readonly IsoDate[] | null
  readonly closed?: readonly ClosedPeriod[] | null
}

/** The calendars of the two sides; one left out is Monday to Friday. */
export type CalendarSpecs = { readonly vendor?: CalendarSpec | null; readonly customer?: CalendarSpec | null }

/** A task of 0 days is a point. Dates are calendar days, durations working days of the task's side. */
export type ScheduleTask = {
  readonly id: string
  readonly side: Side
  readonly durationDays: number
  readonly dependsOn?: readonly Link[] | null
  /** The only days on which the task can finish: a committee that sits, a release window. */
  readonly sittings?: readonly IsoDate[] | null
  readonly notBefore?: IsoDate | null
  /** Lowers the late finish, never moves an early date. */
  readonly notAfter?: IsoDate | null
  readonly startedOn?: IsoDate | null
  readonly doneOn?: IsoDate | null
}

export type ScheduleRequest = {
  /** Tasks that have not started cannot start before this day. */
  readonly startOn: IsoDate
  /** The last allowed finish of the whole. */
  readonly finishBy?: IsoDate | null
  /** Open work is on or after this day. The engine has no clock; without it, the present is unknown. */
  readonly today?: IsoDate | null
  readonly calendars?: CalendarSpecs | null
  readonly tasks: readonly ScheduleTask[]
}

export type TaskAnswer = {
  id: string
  earlyStart: IsoDate
  earlyFinish: IsoDate
  lateStart: IsoDate
  /** What a row shows as *do by*. */
  lateFinish: IsoDate
  /** Working days of the task's side; negative when late. */
  totalSlackDays: number
  freeSlackDays: number
  critical: boolean
}

export type ScheduleAnswer = {
  feasible: boolean
  finish: IsoDate | null
  startBy: IsoDate | null
  slackDays: number | null
  /** Ids, first to last. */
  criticalPath: string[]
  /** In the request's order. */
  tasks: TaskAnswer[]
}

/**
 * One thing wrong with a request. `task` is null for a field of the request itself, `field` a path within the task or the
 * request, `message` plain words. A cycle names its `tasks` in working order.
 */
export type ScheduleFault = { task: string | null; field: string; message: string; tasks?: string[] }

export type ScheduleResult = { ok: true; answer: ScheduleAnswer } | { ok: false; faults: ScheduleFault[] }

/** More tasks than this are refused. */
export const maxTasks = 10_000
/** Longer durations and lags are refused, in working days. */
export const maxDays = 10_000
