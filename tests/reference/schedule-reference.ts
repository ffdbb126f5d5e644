import type { Link, ScheduleAnswer, ScheduleRequest, ScheduleTask, TaskAnswer } from '#app/schedule/model.ts'
import { look, NothingLeft, toDate, toDay, workingDays } from './days.ts'

/**
 * A slow, simple scheduler to compare the engine with. It is written from the contract of POST /api/v1/schedule alone: it goes day
 * by day, tries every date, and shares no code with the engine. A moment is a day's number for its start, plus a half for its end.
 */

type Dates = 'earlyStart' | 'earlyFinish' | 'lateStart' | 'lateFinish'
type ReferenceTask = Omit<TaskAnswer, Dates> & Record<Dates, string>
export type ReferenceAnswer = Pick<ScheduleAnswer, 'feasible' | 'slackDays' | 'criticalPath'> & {
  finish: string
  startBy: string | null
  tasks: ReferenceTask[]
}

type Span = { start: number; finish: number }
/** The date that one link alone allows for the dependent task: its start or finish, or a point's moment. */
type Asked = { start?: number; finish?: number; moment?: number }

const end = (day: number) => day + 0.5
const dateOf = (moment: number) => Math.floor(moment)
/** The first day that has not started at this moment. */
const comingDay = (moment: number) => Math.ceil(moment)

/** @throws NothingLeft when a task finds no day. */
export function scheduleSlowly(request: ScheduleRequest): ReferenceAnswer {
  const works = workingDays(request)
  const byId = new Map(request.tasks.map((task) => [task.id, task]))
  const today = request.today ? toDay(request.today) : null

  const own = (task: ScheduleTask) => (day: number) => works(task.side, day)
  const forward = (task: ScheduleTask, day: number) => look(day, 1, own(task))
  const back = (task: ScheduleTask, day: number) => look(day, -1, own(task))
  const isPoint = (task: ScheduleTask) => task.durationDays === 0
  const sittingsOf = (task: ScheduleTask) => task.sittings?.map(toDay).sort((a, b) => a - b) ?? null
  const linksOf = (task: ScheduleTask) => task.dependsOn ?? []

  /** A number of own working days after or before an own working day. */
  function stepped(task: ScheduleTask, day: number, days: number): number {
    let at = day
    for (let n = 0; n < days; n++) at = forward(task, at + 1)
    for (let n = 0; n > days; n--) at = back(task, at - 1)
    return at
  }

  /** "The start stays one duration before the finish", also where the finish is on a day off. */
  function finishing(task: ScheduleTask, finish: number): Span {
    if (isPoint(task)) return { start: finish, finish }
    return { start: stepped(task, back(task, dateOf(finish)), 1 - task.durationDays), finish }
  }

  /** "Lag counts working days in the calendar of the task that depends, from its next working day on." */
  const lagged = (task: ScheduleTask, link: Link, moment: number) =>
    stepped(task, forward(task, comingDay(moment)), link.lagDays ?? 0)

  function asks(task: ScheduleTask, link: Link, other: Span): Asked {
    const type = link.type ?? 'FS'
    const lag = link.lagDays ?? 0
    const moment = type === 'FS' || type === 'FF' ? other.finish : other.start
    if (isPoint(task)) {
      if (lag === 0 && type !== 'SF') return { moment }
      if (lag < 0 && type !== 'SF') return { moment: lagged(task, link, moment) }
      return { moment: end(back(task, lagged(task, link, moment) - 1)) }
    }
    if (type === 'FS' || type === 'SS') return { start: lagged(task, link, moment) }
    if (type === 'FF' && lag === 0) return { finish: end(forward(task, dateOf(moment))) }
    return { finish: end(back(task, lagged(task, link, moment) - 1)) }
  }

  function content(task: ScheduleTask, link: Link, other: Span, span: Span): boolean {
    const asked = asks(task, link, other)
    if (asked.start !== undefined) return span.start >= asked.start
    return span.finish >= (asked.finish ?? asked.moment ?? 0)
  }

  const early = new Map<string, Span>()
  const earlyOf = (id: string) => early.get(id) ?? { start: 0, finish: 0 }
  const happy = (task: ScheduleTask, span: Span) =>
    linksOf(task).every((link) => content(task, link, earlyOf(link.task), span))

  /** The first of these spans that fits. */
  function firstThat(spans: Span[], suits: (span: Span) => boolean): Span {
    const found = spans.find(suits)
    if (!found) throw new NothingLeft()
    return found
  }

  function placeOpen(task: ScheduleTask): Span {
    const first = Math.max(toDay(request.startOn), today ?? -Infinity)
    const notBefore = task.notBefore ? forward(task, toDay(task.notBefore)) : -Infinity
    const sittings = sittingsOf(task)
    if (sittings && isPoint(task)) {
      const moments = sittings.flatMap((day) => [finishing(task, day), finishing(task, end(day))])
      return firstThat(moments, (span) => span.start >= Math.max(first, notBefore) && happy(task, span))
    }
    const floor = forward(task, Math.max(first, notBefore))
    if (sittings) {
      const spans = sittings.map((day) => finishing(task, end(day)))
      return firstThat(spans, (span) => span.start >= floor && happy(task, span))
    }
    if (isPoint(task)) {
      const halves = look(0, 1, (n) => happy(task, finishing(task, floor + n / 2)))
      return finishing(task, floor + halves / 2)
    }
    const span = (start: number) => ({ start, finish: end(stepped(task, start, task.durationDays - 1)) })
    return span(look(floor, 1, (day) => own(task)(day) && happy(task, span(day))))
  }

  /** A point that is done lies at the end of its day if a link puts it there, else at the start. */
  function happened(task: ScheduleTask, day: number): number {
    return linksOf(task).some((link) => asks(task, link, earlyOf(link.task)).moment === end(day)) ? end(day) : day
  }

  function placeStarted(task: ScheduleTask, startedOn: number): Span {
    const sittings = sittingsOf(task)
    if (isPoint(task) && !sittings && (today === null || today <= startedOn)) {
      const moment = happened(task, startedOn)
      return { start: moment, finish: moment }
    }
    const worked = isPoint(task) ? startedOn : stepped(task, forward(task, startedOn), task.durationDays - 1)
    const least = Math.max(worked, today ?? worked)
    const day = sittings
      ? firstThat(
          sittings.map((each) => ({ start: each, finish: each })),
          (each) => each.start >= least,
        ).start
      : forward(task, least)
    return { start: startedOn, finish: isPoint(task) ? day : end(day) }
  }

  function placeDone(task: ScheduleTask, doneOn: number): Span {
    const span = finishing(task, isPoint(task) ? happened(task, doneOn) : end(doneOn))
    return task.startedOn ? { ...span, start: toDay(task.startedOn) } : span
  }

  function place(task: ScheduleTask): void {
    if (early.has(task.id)) return
    for (const link of linksOf(task)) place(byId.get(link.task) ?? task)
    if (task.doneOn) early.set(task.id, placeDone(task, toDay(task.doneOn)))
    else if (task.startedOn) early.set(task.id, placeStarted(task, toDay(task.startedOn)))
    else early.set(task.id, placeOpen(task))
  }
  for (const task of request.tasks) place(task)

  const wholeFinish = Math.max(...request.tasks.map((task) => earlyOf(task.id).finish))
  const cap = request.finishBy ? end(toDay(request.finishBy)) : wholeFinish
  const late = new Map<string, Span>()
  const unfinished = request.tasks.filter((task) => !task.doneOn)

  /**
   * The links that limit this task's finish. A started task can no longer move its start, so it limits its predecessors by its
   * finish alone.
   */
  const holding = (task: ScheduleTask) =>
    unfinished.flatMap((other) =>
      linksOf(other)
        .filter((link) => link.task === task.id)
        .filter((link) => !task.startedOn || link.type === 'FF' || (link.type ?? 'FS') === 'FS')
        .filter((link) => !other.startedOn || link.type === 'FF' || link.type === 'SF')
        .map((link) => ({ other, link })),
    )

  /** The latest dates of a successor; one that has started, and is on time, may be later than its link asks for. */
  function latestOf(task: ScheduleTask, other: ScheduleTask, link: Link): Span {
    const limit = late.get(other.id) ?? earlyOf(other.id)
    if (!other.startedOn || limit.finish < earlyOf(other.id).finish) return limit
    const asked = asks(other, link, earlyOf(task.id))
    return { ...limit, finish: Math.max(limit.finish, asked.finish ?? asked.moment ?? 0) }
  }

  function placeLate(task: ScheduleTask): void {
    if (late.has(task.id)) return
    const successors = holding(task)
    for (const { other } of successors) placeLate(other)
    const limit = task.notAfter ? Math.min(cap, end(toDay(task.notAfter))) : cap
    const fits = (finish: number) =>
      finish <= limit &&
      successors.every(({ other, link }) => content(other, link, finishing(task, finish), latestOf(task, other, link)))
    const onSittings = sittingsOf(task)
      ?.flatMap((day) => (isPoint(task) ? [end(day), day] : [end(day)]))
      .sort((a, b) => b - a)
      .find(fits)
    if (onSittings !== undefined) return void late.set(task.id, finishing(task, onSittings))
    const top = end(dateOf(limit))
    const step = isPoint(task) ? 0.5 : 1
    const steps = look(0, 1, (n) => {
      const finish = top - n * step
      return (isPoint(task) || own(task)(dateOf(finish))) && fits(finish)
    })
    late.set(task.id, finishing(task, top - steps * step))
  }
  for (const task of unfinished) placeLate(task)

  function daysThat(task: ScheduleTask, from: number, to: number, counts: (day: number) => boolean): number {
    let days = 0
    for (let day = dateOf(from); day <= dateOf(to); day++) if (own(task)(day) && counts(day)) days++
    return days
  }

  /** Own working days from the early to the late finish. What is late is late by a day at least. */
  function totalSlack(task: ScheduleTask, finish: number, limit: number): number {
    if (finish <= limit) return daysThat(task, finish, limit, (day) => day >= finish && end(day) <= limit)
    const over = (day: number) => (limit % 1 === 0 ? day >= limit && end(day) <= finish : day > limit)
    return -Math.max(1, daysThat(task, limit, finish, over))
  }

  function freeSlack(task: ScheduleTask, total: number): number {
    const held = holding(task).filter(({ other }) => !other.startedOn)
    if (held.length === 0) return Math.max(0, total)
    const still = (day: number) =>
      held.every(({ other, link }) => content(other, link, finishing(task, end(day)), earlyOf(other.id)))
    let slack = 0
    for (let day = forward(task, comingDay(earlyOf(task.id).finish)); still(day); day = forward(task, day + 1)) slack++
    return slack
  }

  function lateDates(task: ScheduleTask, total: number, limit: Span): { start: number; finish: number } {
    const { start, finish } = earlyOf(task.id)
    const meets = sittingsOf(task)?.includes(dateOf(limit.finish)) ?? false
    if (!isPoint(task)) return { start: task.startedOn ? start : limit.start, finish: dateOf(limit.finish) }
    const byEnd = () => back(task, dateOf(limit.finish - 0.5))
    const day = meets ? dateOf(limit.finish) : total === 0 ? dateOf(finish) : byEnd()
    return { start: task.startedOn ? dateOf(start) : day, finish: day }
  }

  const tasks = request.tasks.map((task): ReferenceTask => {
    const { start, finish } = earlyOf(task.id)
    const limit = late.get(task.id)
    const total = limit ? totalSlack(task, finish, limit.finish) : 0
    const lateSpan = limit ? lateDates(task, total, limit) : { start: dateOf(start), finish: dateOf(finish) }
    return {
      id: task.id,
      earlyStart: toDate(dateOf(start)),
      earlyFinish: toDate(dateOf(finish)),
      lateStart: toDate(lateSpan.start),
      lateFinish: toDate(lateSpan.finish),
      totalSlackDays: total,
      freeSlackDays: limit ? freeSlack(task, total) : 0,
      critical: limit !== undefined && total <= 0,
    }
  })

  return { ...wholeOf(), criticalPath: criticalPath(), tasks }

  function wholeOf() {
    const rows = new Map(tasks.map((row) => [row.id, row]))
    const slacks = unfinished.map((task) => rows.get(task.id)?.totalSlackDays ?? 0)
    const capped = Boolean(request.finishBy) || unfinished.some((task) => task.notAfter)
    const starts = unfinished.filter((task) => !task.startedOn).map((task) => rows.get(task.id)?.lateStart ?? null)
    return {
      feasible: slacks.every((slack) => slack >= 0),
      finish: toDate(dateOf(wholeFinish)),
      startBy: starts.sort()[0] ?? null,
      slackDays: capped && slacks.length > 0 ? Math.min(...slacks) : 0,
    }
  }

  function drives(task: ScheduleTask, link: Link): boolean {
    const span = earlyOf(task.id)
    const asked = asks(task, link, earlyOf(link.task))
    const actual = task.startedOn || task.doneOn
    if (asked.moment !== undefined)
      return actual ? dateOf(asked.moment) === dateOf(span.finish) : asked.moment === span.finish
    if (asked.finish !== undefined) return dateOf(asked.finish) === dateOf(span.finish)
    return asked.start === dateOf(span.start)
  }

  function criticalPath(): string[] {
    const rows = new Map(tasks.map((row, order) => [row.id, { ...row, order }]))
    const slackFirst = (a: string, b: string) =>
      (rows.get(a)?.totalSlackDays ?? 0) - (rows.get(b)?.totalSlackDays ?? 0) ||
      (rows.get(a)?.order ?? 0) - (rows.get(b)?.order ?? 0)
    const open = unfinished.map((task) => task.id)
    const smallest = Math.min(...open.map((id) => rows.get(id)?.totalSlackDays ?? 0))
    const tied = open.filter((id) => rows.get(id)?.totalSlackDays === smallest)
    const last = tied
      .map((id) => rows.get(id)?.earlyFinish ?? '')
      .sort()
      .at(-1)
    const path: string[] = []
    let at = tied.find((id) => rows.get(id)?.earlyFinish === last)
    while (at !== undefined) {
      path.unshift(at)
      const task = byId.get(at)
      const drivers = task ? linksOf(task).filter((link) => drives(task, link)) : []
      at = drivers.map((link) => link.task).sort(slackFirst)[0]
    }
    return path
  }
}
