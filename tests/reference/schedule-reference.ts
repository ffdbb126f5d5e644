import type { Link, ScheduleRequest, ScheduleTask } from '#app/schedule/model.ts'
import { look, toDate, toDay, workingDays } from './days.ts'

/*
 * The slow, obvious scheduler that the engine is held against: it walks day by day and tries every date in turn. A moment
 * is a day for its start and half a day more for its end.
 */

export type ReferenceTask = {
  id: string
  earlyStart: string
  earlyFinish: string
  lateStart: string
  lateFinish: string
  totalSlackDays: number
  freeSlackDays: number
  critical: boolean
}

type Span = { start: number; finish: number }

const end = (day: number) => day + 0.5
/** The first day that has not begun at this moment. */
const comingDay = (moment: number) => Math.ceil(moment)

/** @throws NothingLeft when a task finds no day. */
export function scheduleSlowly(request: ScheduleRequest): { tasks: ReferenceTask[]; criticalPath: string[] } {
  const works = workingDays(request)
  const own = (task: ScheduleTask) => (day: number) => works(task.side, day)
  const byId = new Map(request.tasks.map((task) => [task.id, task]))
  const early = new Map<string, Span>()
  const late = new Map<string, Span>()
  const today = request.today ? toDay(request.today) : null

  const forward = (task: ScheduleTask, day: number) => look(day, 1, own(task))
  const back = (task: ScheduleTask, day: number) => look(day, -1, own(task))

  function stepped(task: ScheduleTask, day: number, days: number): number {
    let at = day
    for (let n = 0; n < days; n++) at = forward(task, at + 1)
    for (let n = 0; n > days; n--) at = back(task, at - 1)
    return at
  }

  /** The day that lag leads to: from the next own working day on, so many working days further or back. */
  const lagged = (task: ScheduleTask, link: Link, moment: number) =>
    stepped(task, forward(task, comingDay(moment)), link.lagDays ?? 0)

  /** What one link asks of the waiting task, when the other is here: a first start, a first finish, or a point's moment. */
  function asks(task: ScheduleTask, link: Link, other: Span): { start?: number; finish?: number; moment?: number } {
    const type = link.type ?? 'FS'
    const lag = link.lagDays ?? 0
    const moment = type === 'FS' || type === 'FF' ? other.finish : other.start
    if (task.durationDays === 0) {
      if (lag === 0 && type !== 'SF') return { moment }
      if (lag < 0 && type !== 'SF') return { moment: lagged(task, link, moment) }
      return { moment: end(back(task, lagged(task, link, moment) - 1)) }
    }
    if (type === 'FS' || type === 'SS') return { start: lagged(task, link, moment) }
    if (type === 'FF' && lag === 0 && moment % 1 !== 0) return { finish: end(forward(task, Math.floor(moment))) }
    return { finish: end(back(task, lagged(task, link, moment) - 1)) }
  }

  function content(task: ScheduleTask, link: Link, other: Span, span: Span): boolean {
    const asked = asks(task, link, other)
    if (asked.start !== undefined) return span.start >= asked.start
    return span.finish >= (asked.finish ?? asked.moment ?? 0)
  }

  const linksOf = (task: ScheduleTask) => task.dependsOn ?? []
  const sits = (task: ScheduleTask, day: number) =>
    !task.sittings || (own(task)(day) && task.sittings.some((sitting) => toDay(sitting) === day))

  /** From the first to the last of so many working days. */
  function worked(task: ScheduleTask, start: number): Span {
    return { start, finish: end(stepped(task, forward(task, start), task.durationDays - 1)) }
  }

  function placeOpen(task: ScheduleTask): Span {
    const floor = Math.max(
      ...[request.startOn, request.today, task.notBefore].filter((date) => date).map((date) => toDay(date ?? '')),
    )
    const suits = (span: Span) =>
      linksOf(task).every((link) => content(task, link, early.get(link.task) ?? { start: 0, finish: 0 }, span))
    if (task.durationDays === 0) {
      const first = forward(task, floor)
      const half = look(0, 1, (n) => {
        const moment = first + n / 2
        return suits({ start: moment, finish: moment }) && sits(task, Math.floor(moment))
      })
      return { start: first + half / 2, finish: first + half / 2 }
    }
    const start = look(floor, 1, (day) => {
      if (!own(task)(day)) return false
      const span = worked(task, day)
      return sits(task, Math.floor(span.finish)) && suits(span)
    })
    return worked(task, start)
  }

  function happened(task: ScheduleTask, day: number): number {
    const put = linksOf(task).some(
      (link) => asks(task, link, early.get(link.task) ?? { start: 0, finish: 0 }).moment === end(day),
    )
    return put ? end(day) : day
  }

  function placeStarted(task: ScheduleTask, startedOn: number): Span {
    if (task.durationDays === 0 && !task.sittings && (today === null || today <= startedOn)) {
      const moment = happened(task, startedOn)
      return { start: moment, finish: moment }
    }
    const first = forward(task, startedOn)
    const enough = task.durationDays === 0 ? first : Math.floor(worked(task, first).finish)
    const finish = look(Math.max(enough, today ?? enough), 1, (day) => own(task)(day) && sits(task, day))
    return { start: startedOn, finish: task.durationDays === 0 ? finish : end(finish) }
  }

  function placeDone(task: ScheduleTask, doneOn: number): Span {
    if (task.durationDays === 0) {
      const moment = happened(task, doneOn)
      return { start: task.startedOn ? toDay(task.startedOn) : moment, finish: moment }
    }
    const start = task.startedOn ? toDay(task.startedOn) : stepped(task, back(task, doneOn), 1 - task.durationDays)
    return { start, finish: end(doneOn) }
  }

  function place(task: ScheduleTask): void {
    if (early.has(task.id)) return
    for (const link of linksOf(task)) place(byId.get(link.task) ?? task)
    if (task.doneOn) early.set(task.id, placeDone(task, toDay(task.doneOn)))
    else if (task.startedOn) early.set(task.id, placeStarted(task, toDay(task.startedOn)))
    else early.set(task.id, placeOpen(task))
  }
  for (const task of request.tasks) place(task)
  const earlyOf = (id: string) => early.get(id) ?? { start: 0, finish: 0 }
  const cap = request.finishBy
    ? end(toDay(request.finishBy))
    : Math.max(...request.tasks.map((task) => earlyOf(task.id).finish))

  /** Where a task lies that finishes at this moment; a start that happened stays. */
  function finishing(task: ScheduleTask, finish: number): Span {
    if (task.durationDays === 0) return { start: finish, finish }
    return { start: stepped(task, Math.floor(finish), 1 - task.durationDays), finish }
  }

  /** The links by which others wait for this task, and that its finish can still move. */
  const waiting = (task: ScheduleTask) =>
    request.tasks
      .filter((other) => !other.doneOn)
      .flatMap((other) =>
        linksOf(other)
          .filter((link) => link.task === task.id)
          .map((link) => ({ other, link })),
      )
      .filter(({ link }) => !task.startedOn || link.type === 'FF' || (link.type ?? 'FS') === 'FS')

  /** A point that slips is at the end of a day: from the start of the next, FF lets others end as on the days between. */
  function slipped(task: ScheduleTask, other: ScheduleTask, link: Link, moment: number): number {
    const early = earlyOf(task.id).finish
    const between = task.durationDays === 0 && moment % 1 === 0 && (moment > early || early % 1 !== 0)
    return between && link.type === 'FF' && !link.lagDays && other.durationDays > 0 ? moment - 0.5 : moment
  }

  function placeLate(task: ScheduleTask): void {
    if (late.has(task.id)) return
    for (const { other } of waiting(task)) placeLate(other)
    const limit = task.notAfter ? Math.min(cap, end(toDay(task.notAfter))) : cap
    const fits = (finish: number) =>
      finish <= limit &&
      waiting(task).every(({ other, link }) =>
        content(
          other,
          link,
          finishing(task, slipped(task, other, link, finish)),
          late.get(other.id) ?? earlyOf(other.id),
        ),
      )
    const steps = task.durationDays === 0 ? 2 : 1
    const top = task.durationDays === 0 ? limit : end(Math.floor(limit))
    const candidate = (n: number) => top - n / steps
    const possible = (finish: number) => (task.durationDays === 0 || own(task)(Math.floor(finish))) && fits(finish)
    let finish = candidate(look(0, 1, (n) => possible(candidate(n))))
    if (task.sittings?.some((sitting) => own(task)(toDay(sitting)) && toDay(sitting) <= Math.floor(finish)))
      finish = candidate(look(0, 1, (n) => possible(candidate(n)) && sits(task, Math.floor(candidate(n)))))
    late.set(task.id, finishing(task, finish))
  }
  for (const task of request.tasks) if (!task.doneOn) placeLate(task)

  /** Own working days that begin after one moment and are over at the other. */
  function count(task: ScheduleTask, from: number, to: number): number {
    if (to < from) return -count(task, to, from)
    let days = 0
    for (let day = comingDay(from); end(day) <= to; day++) if (own(task)(day)) days++
    return days
  }

  function freeSlack(task: ScheduleTask, total: number): number {
    const held = waiting(task).filter(({ other }) => !other.startedOn)
    if (held.length === 0) return Math.max(0, total)
    const { finish } = earlyOf(task.id)
    const still = (day: number) =>
      held.every(({ other, link }) => content(other, link, finishing(task, end(day)), earlyOf(other.id)))
    let slack = 0
    for (let day = forward(task, comingDay(finish)); still(day); day = forward(task, day + 1)) slack++
    return slack
  }

  const tasks = request.tasks.map((task): ReferenceTask => {
    const { start, finish } = earlyOf(task.id)
    const dates = { id: task.id, earlyStart: toDate(Math.floor(start)), earlyFinish: toDate(Math.floor(finish)) }
    const limit = late.get(task.id)
    if (task.doneOn || !limit)
      return {
        ...dates,
        lateStart: dates.earlyStart,
        lateFinish: dates.earlyFinish,
        totalSlackDays: 0,
        freeSlackDays: 0,
        critical: false,
      }
    const total = count(task, finish, limit.finish)
    const point = task.durationDays === 0
    const lateFinish = point
      ? total === 0
        ? Math.floor(finish)
        : back(task, Math.floor(limit.finish - 0.5))
      : Math.floor(limit.finish)
    const lateStart = task.startedOn ? Math.floor(start) : point ? lateFinish : limit.start
    return {
      ...dates,
      lateStart: toDate(lateStart),
      lateFinish: toDate(lateFinish),
      totalSlackDays: total === 0 ? 0 : total,
      freeSlackDays: freeSlack(task, total),
      critical: total <= 0,
    }
  })

  return { tasks, criticalPath: criticalPath() }

  function drives(task: ScheduleTask, link: Link): boolean {
    const span = earlyOf(task.id)
    const asked = asks(task, link, earlyOf(link.task))
    const actual = task.startedOn || task.doneOn
    if (asked.moment !== undefined)
      return actual ? Math.floor(asked.moment) === Math.floor(span.finish) : asked.moment === span.finish
    if (asked.finish !== undefined) return Math.floor(asked.finish) === Math.floor(span.finish)
    return asked.start === Math.floor(span.start)
  }

  function criticalPath(): string[] {
    const rows = new Map(tasks.map((row, order) => [row.id, { ...row, order }]))
    const slackFirst = (a: string, b: string) =>
      (rows.get(a)?.totalSlackDays ?? 0) - (rows.get(b)?.totalSlackDays ?? 0) ||
      (rows.get(a)?.order ?? 0) - (rows.get(b)?.order ?? 0)
    const unfinished = request.tasks.filter((task) => !task.doneOn).map((task) => task.id)
    const smallest = Math.min(...unfinished.map((id) => rows.get(id)?.totalSlackDays ?? 0))
    const tied = unfinished.filter((id) => rows.get(id)?.totalSlackDays === smallest)
    const last = tied
      .map((id) => rows.get(id)?.earlyFinish ?? '')
      .sort()
      .at(-1)
    const path: string[] = []
    let at = tied.find((id) => rows.get(id)?.earlyFinish === last)
    while (at !== undefined) {
      path.unshift(at)
      const task = byId.get(at)
      const drivers = task
        ? linksOf(task)
            .filter((link) => drives(task, link))
            .map((link) => link.task)
        : []
      at = drivers.sort(slackFirst)[0]
    }
    return path
  }
}
