import { chainTo, firstOpenTask } from '#app/schedule/chain.ts'
import type { Change } from '#app/schedule/changes.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { calendarFor, workingDaysBetween } from '#app/schedule/working-days.ts'
import { addDays } from '#app/schedule/dates.ts'
import { capital, count, dateSpan, days, longDate, nearDate, possessive } from '#app/ui/words.ts'
import type { StoredCalendar } from './calendar.ts'
import type { PlanRows, PlanSchedule, PlanTerms, TaskRow } from './network.ts'
import { editsFor } from './what-if/from-advice.ts'
import type { ChainStep, HeadlineView, ViewerSide } from './view.ts'

/** What the headline's words need besides the dates. */
export type HeadlineTerms = PlanTerms & {
  criticalReason: string
  ifMissed: string | null
  workspace: string
  account: string
  winStatement: string
}

export type HeadlineQuestion = {
  rows: PlanRows<HeadlineTerms>
  schedule: PlanSchedule
  today: IsoDate
  side: ViewerSide
  /** What would save a date that is missed: `advise` of the schedule's request, found by trying and so not here. */
  advice?: readonly Change[]
}

export type Goal = { kind: 'go-live' | 'win'; id: string; by: IsoDate; expected: IsoDate; lateDays: number }

/** The goal that counts now: go-live while that is open, then the win; the win also when it alone is missed. */
export function goalNow({ rows, schedule }: Pick<HeadlineQuestion, 'rows' | 'schedule'>): Goal | null {
  const { plan } = rows
  const { goLive, win } = schedule.goals
  const both = calendarFor(schedule.request.calendars, 'both', plan.criticalDate)
  const goalAt = (kind: Goal['kind'], id: string, by: IsoDate): Goal => {
    const expected = schedule.datesOf(id).earlyFinish
    return { kind, id, by, expected, lateDays: expected > by ? Math.max(1, workingDaysBetween(both, by, expected)) : 0 }
  }
  const live = goLive ? goalAt('go-live', goLive, plan.criticalDate) : null
  const first = win ? goalAt('win', win, plan.winBy) : null
  const isLiveReached = schedule.request.tasks.some(({ id, doneOn }) => id === goLive && doneOn)
  if (!live || isLiveReached) return first
  return live.lateDays === 0 && first && first.lateDays > 0 ? first : live
}

/** A task's name for a side; of the other side's private task only whose it is. */
const nameFor = (plan: HeadlineTerms, side: ViewerSide, task: TaskRow): string =>
  task.privateTo && task.privateTo !== side
    ? `a step of ${possessive(task.privateTo === 'vendor' ? plan.workspace : plan.account)} own`
    : `“${task.title}”`

/** The one sentence that matters now, the same fact for both sides, with why and what would help. */
export function headlineFor(question: HeadlineQuestion): HeadlineView {
  const { rows, today } = question
  const { plan } = rows
  const said = { because: '', whyLabel: '', chain: [], advice: [] }
  if (plan.state === 'won')
    return {
      ...said,
      lead: `${plan.account} did it:`,
      stress: plan.wonOn ? `first win confirmed on ${longDate(plan.wonOn, today)}.` : 'first win confirmed.',
      tone: 'won',
    }
  if (plan.state === 'lost') return { ...said, lead: 'This plan was closed', stress: 'without an order.', tone: 'calm' }
  const goal = goalNow(question)
  if (!goal)
    return { ...said, lead: 'This plan has no goal yet:', stress: 'add the point that ends Rollout.', tone: 'calm' }
  return goal.lateDays > 0 ? lateHeadline(question, goal) : openHeadline(question, goal)
}

function openHeadline(question: HeadlineQuestion, goal: Goal): HeadlineView {
  const { rows, schedule, today, side } = question
  const by = longDate(goal.by, today)
  const purpose = goal.kind === 'go-live' ? `To be live on ${by},` : `To announce the first win by ${by},`
  const shared = { because: becauseOf(question, goal), chain: chainOf(question, goal), advice: [] }
  const task = firstOpen(question, goal)
  if (!task)
    return {
      ...shared,
      lead:
        goal.kind === 'win' ? 'Every step is done. The first win can be confirmed' : 'Every step is done, to be live',
      stress: `by ${by}.`,
      tone: 'calm',
      whyLabel: `Why ${by}?`,
    }
  const dates = schedule.datesOf(task.id)
  const day = task.startedOn ? dates.lateFinish : dates.lateStart
  const near = nearDate(day, today)
  return {
    ...shared,
    lead: `${purpose} ${nameFor(rows.plan, side, task)} must ${task.startedOn ? 'be done' : 'start'}`,
    stress: near === 'today' ? 'today.' : `by ${near}.`,
    tone: day <= addDays(today, 1) ? 'must' : 'calm',
    whyLabel: `Why ${near}?`,
  }
}

function lateHeadline(question: HeadlineQuestion, goal: Goal): HeadlineView {
  const { today, schedule, advice = [] } = question
  const by = longDate(goal.by, today)
  const what = goal.kind === 'go-live' ? `Going live on ${by}` : `The first win by ${by}`
  return {
    lead: `${what} is missed by`,
    stress: `${count(goal.lateDays, 'working day')}.`,
    tone: 'late',
    because: becauseOf(question, goal),
    whyLabel: `Why ${longDate(goal.expected, today)}?`,
    chain: chainOf(question, goal),
    advice: advice.map((change) => ({ text: adviceWords(question, change), edits: editsFor(change, schedule.goals) })),
  }
}

/** The first task not done of what leads to the goal; a point without tasks is passed over. */
function firstOpen({ rows, schedule }: HeadlineQuestion, goal: Goal): TaskRow | null {
  const first = firstOpenTask(schedule.computed, goal.id)
  const found = rows.tasks.find(({ id }) => id === first)
  if (found) return found
  const open = rows.tasks.filter(({ doneOn }) => doneOn === null)
  const slack = (task: TaskRow) => schedule.datesOf(task.id).totalSlackDays
  return open.sort((a, b) => slack(a) - slack(b))[0] ?? null
}

const sentence = (text: string) => text.trim().replace(/[.!\s]+$/u, '')

/** What somebody typed as a sentence, fit to follow "because"; names keep their capital letter. */
const clause = (text: string) =>
  sentence(text).replace(/^(The|A|An|Our|We|It|This|That|Their|Its|From|In|On|By|New|All)\b/u, (word) =>
    word.toLowerCase(),
  )

function becauseOf({ rows, today }: HeadlineQuestion, goal: Goal): string {
  const { plan } = rows
  if (goal.kind === 'win')
    return `“${sentence(plan.winStatement).replace(/^["“„«]+|["”“»]+$/gu, '')}” is what will be announced.`
  const fixed = `${longDate(goal.by, today)} is fixed because ${clause(plan.criticalReason)}.`
  return goal.lateDays > 0 && plan.ifMissed ? `${fixed} If it is missed: ${sentence(plan.ifMissed)}.` : fixed
}

/** What stands between now and the goal: the open tasks that drive it, and the closed periods that they meet. */
function chainOf(question: HeadlineQuestion, goal: Goal): ChainStep[] {
  const { rows, schedule, today, side } = question
  const { plan } = rows
  const tasks = chainTo(schedule.computed, goal.id).flatMap((id) => rows.tasks.find((task) => task.id === id) ?? [])
  const seen = new Set<string>()
  const steps = tasks
    .filter((task) => task.doneOn === null)
    .flatMap((task): ChainStep[] => {
      const { earlyStart, earlyFinish } = schedule.datesOf(task.id)
      const closed = closedFor(plan, task).filter(({ from, to, why }) => {
        const key = `${from}${to}${why}`
        if (seen.has(key) || to < earlyStart || from > earlyFinish) return false
        return seen.add(key)
      })
      return [
        {
          text: capital(nameFor(plan, side, task).replace(/^“|”$/gu, '')),
          detail: days(task.durationDays),
          closed: false,
        },
        ...closed.map(({ from, to, why }) => ({ text: why, detail: dateSpan(from, to), closed: true })),
      ]
    })
  const name = goal.kind === 'go-live' ? 'Live' : 'First win'
  const detail =
    goal.lateDays > 0
      ? `${longDate(goal.expected, today)} instead of ${longDate(goal.by, today)}`
      : longDate(goal.by, today)
  return [...steps, { text: name, detail, closed: false }]
}

function closedFor(plan: PlanTerms, task: TaskRow): StoredCalendar['closed'] {
  const { vendorCalendar, customerCalendar } = plan
  if (task.side === 'vendor') return vendorCalendar.closed
  if (task.side === 'customer') return customerCalendar.closed
  return [...vendorCalendar.closed, ...customerCalendar.closed]
}

/** One change that would save the date, in words. */
function adviceWords({ rows, today, side, schedule }: HeadlineQuestion, change: Change): string {
  const { plan } = rows
  const name = (id: string) => {
    const task = rows.tasks.find((it) => it.id === id)
    return task ? nameFor(plan, side, task) : `“${rows.milestones.find((it) => it.id === id)?.title ?? ''}”`
  }
  switch (change.kind) {
    case 'shorten':
      return `${capital(name(change.task))} in ${count(change.durationDays, 'working day')} instead of ${change.durationDays + change.byDays}`
    case 'overlap':
      return `${capital(name(change.task))} begins ${count(change.byDays, 'working day')} before ${name(change.after)} is done`
    case 'start':
      return `${capital(name(change.task))} begins today`
    case 'work through': {
      const who = { vendor: plan.workspace, customer: plan.account, both: 'Both' }[change.side]
      return `${who} ${change.side === 'both' ? 'work' : 'works'} through ${change.why ?? 'a closed period'}, ${dateSpan(change.from, change.to)}`
    }
    case 'postpone': {
      const on = longDate(change.date, today)
      if (change.task === null) return `The first win by ${on} instead of ${longDate(plan.winBy, today)}`
      return change.task === schedule.goals.goLive
        ? `Going live on ${on} instead of ${longDate(plan.criticalDate, today)}`
        : `${capital(name(change.task))} by ${on}`
    }
  }
}
