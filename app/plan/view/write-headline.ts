import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { isolateDirection, withoutOuterQuotes } from '#app/kit/plain-text.ts'
import { firstOpenTask } from '#app/schedule/chain.ts'
import { addDays } from '#app/schedule/dates.ts'
import { longDate, nearDate } from '#app/ui/date-words.ts'
import { adviceWords } from './advice-words.ts'
import { dueOf, lateTasks } from '../core/due.ts'
import { type Goal, type HeadlineQuestion, goalNow } from './goal.ts'
import { headlineChain, openTasksTo } from './headline-chain.ts'
import { taskWhoseDateDecides } from './task-whose-date-decides.ts'
import {
  allDoneHeadline,
  toBeAnnouncedWords,
  canBeMetWords,
  ifMissedWords,
  latestDateWords,
  latestDateReason,
  limitedTaskHeadline,
  lateGoalHeadline,
  lateTaskHeadline,
  missingEvidenceHeadline,
  lostHeadline,
  nextTaskHeadline,
  onTrackWords,
  noGoalHeadline,
  targetDateWords,
  whyThisDateWords,
  headlineReasonWords,
  wonHeadline,
} from './headline-words.ts'
import { type MilestoneRow, type TaskRow, closedBy, lacksProof } from '../core/compute-plan.ts'
import { taskName } from '../core/task-name.ts'
import { editsForAdvice } from './edits-for-advice.ts'
import type { HeadlineView } from './plan-view.ts'

/** The headline: the same fact for both sides, with the reason and what would help. */
export function writeHeadline(question: HeadlineQuestion): HeadlineView {
  const { rows, today } = question
  const { plan } = rows
  const said = { status: null, goal: null, because: '', whyLabel: '', chain: [], advice: [] }
  if (plan.state === 'won')
    return { ...said, ...wonHeadline(isolateDirection(plan.account), plan.wonOn, today), tone: 'won' }
  if (plan.state === 'lost') return { ...said, ...lostHeadline, tone: 'calm' }
  const goal = goalNow(question)
  if (!goal) return { ...said, ...noGoalHeadline, tone: 'calm' }
  if (goal.lateDays > 0) return goalIsLate(question, goal)
  return taskIsLate(question, goal) ?? allIsOpen(question, goal)
}

/** The goal can be met, but not the date that a task has of its own. */
function taskIsLate(question: HeadlineQuestion, goal: Goal): HeadlineView | null {
  const { rows, sight, today } = question
  const late = lateTasks(question)
  const [latest] = late
  if (!latest) return null
  const by = longDate(goal.by, today)
  const name = taskName({ rows, sight }, latest.task.id)
  return {
    ...lateTaskHeadline({ name, days: -latest.due.bufferDays, tasks: late.length }),
    tone: 'late',
    status: null,
    goal: goalWords(goal, today),
    because: canBeMetWords(goal.kind, by),
    whyLabel: headlineReasonWords(by),
    chain: headlineChain(question, goal),
    advice: adviceOf(question),
  }
}

function adviceOf(question: HeadlineQuestion): HeadlineView['advice'] {
  const { advice = [], schedule } = question
  return advice.map((change) => ({
    text: adviceWords(question, change),
    edits: editsForAdvice(change, schedule.goals),
  }))
}

function allIsOpen(question: HeadlineQuestion, goal: Goal): HeadlineView {
  const { next, ...said } = openHeadline(question, goal)
  const { state } = question.rows.plan
  const isAgreed = state === 'agreed' || state === 'under way'
  const { bufferDays } = dueOf(question, goal.id)
  const text = onTrackWords(goal.kind, longDate(goal.by, question.today), bufferDays)
  return {
    ...said,
    goal: goalWords(goal, question.today),
    status: isAgreed ? { text, next: next ?? `${said.lead} ${said.stress}` } : null,
  }
}

const goalWords = ({ kind, by }: Goal, today: IsoDate): HeadlineView['goal'] => ({
  date: longDate(by, today),
  field: kind === 'go-live' ? 'criticalDate' : 'winBy',
})

/** With what is next as a sentence of its own, where the headline names the goal too. */
function openHeadline(
  question: HeadlineQuestion,
  goal: Goal,
): Omit<HeadlineView, 'status' | 'goal'> & { next?: string } {
  const { rows, schedule, today, sight } = question
  const by = longDate(goal.by, today)
  const shared = { because: becauseOf(question, goal), chain: headlineChain(question, goal), advice: [] }
  const task = firstOpen(question, goal)
  const unproved = missingEvidence(question, goal)
  if (unproved)
    return {
      ...shared,
      ...missingEvidenceHeadline(unproved.title, by),
      tone: 'must',
      whyLabel: headlineReasonWords(by),
    }
  if (!task) return { ...shared, ...allDoneHeadline(goal.kind, by), tone: 'calm', whyLabel: headlineReasonWords(by) }
  const dates = schedule.datesOf(task.id)
  const isStarted = task.startedOn !== null
  const day = isStarted ? dates.lateFinish : dates.lateStart
  const near = nearDate(day, today)
  const next = { name: taskName({ rows, sight }, task.id), isStarted, near }
  const pressing = {
    tone: day <= addDays(today, 1) ? ('must' as const) : ('calm' as const),
    whyLabel: headlineReasonWords(near),
  }
  const limitedId = taskWhoseDateDecides(schedule, task.id)
  if (limitedId === null) {
    const { lead, stress } = limitedTaskHeadline(next)
    return { ...shared, ...nextTaskHeadline(goal.kind, by, next), ...pressing, next: `${lead} ${stress}` }
  }
  const limit = longDate(schedule.datesOf(limitedId).lateFinish, today)
  const other = limitedId === task.id ? null : taskName({ rows, sight }, limitedId)
  return {
    ...limitedTaskHeadline(next),
    ...pressing,
    because: `${latestDateReason(limit, other)} ${canBeMetWords(goal.kind, by)}`,
    chain: [...openTasksTo(question, limitedId), { text: latestDateWords, detail: limit, closed: false }],
    advice: [],
  }
}

function goalIsLate(question: HeadlineQuestion, goal: Goal): HeadlineView {
  return {
    ...lateGoalHeadline(goal.kind, goal.lateDays),
    tone: 'late',
    status: null,
    goal: goalWords(goal, question.today),
    because: becauseOf(question, goal),
    whyLabel: headlineReasonWords(longDate(goal.expected, question.today)),
    chain: headlineChain(question, goal),
    advice: adviceOf(question),
  }
}

/** The first task not done of what leads to the goal; a point without tasks is passed over. */
export function firstOpen({ rows, schedule }: Pick<HeadlineQuestion, 'rows' | 'schedule'>, goal: Goal): TaskRow | null {
  const first = firstOpenTask(schedule.computed, goal.id)
  const found = rows.tasks.find(({ id }) => id === first)
  if (found) return found
  const open = rows.tasks.filter(({ doneOn }) => doneOn === null)
  const slack = (task: TaskRow) => schedule.datesOf(task.id).totalSlackDays
  return open.sort((a, b) => slack(a) - slack(b))[0] ?? null
}

/** The milestone whose evidence alone keeps go-live from being reached. */
function missingEvidence({ rows }: HeadlineQuestion, goal: Goal): MilestoneRow | null {
  if (goal.kind === 'win') return null
  const closed = closedBy(rows.milestones, goal.id)
  const ids = new Set(closed.map(({ id }) => id))
  const isOpen = rows.tasks.some((task) => task.doneOn === null && ids.has(task.milestoneId))
  return isOpen ? null : (closed.find(lacksProof) ?? null)
}

const sentence = (text: string) =>
  isolateDirection(
    withoutDirectionMarks(text)
      .trim()
      .replace(/[.!\s]+$/u, ''),
  )

function becauseOf({ rows, today }: HeadlineQuestion, goal: Goal): string {
  const { plan } = rows
  const target = targetDateWords(longDate(goal.by, today))
  if (goal.kind === 'win') {
    const announced = plan.winStatement && toBeAnnouncedWords(sentence(withoutOuterQuotes(plan.winStatement)))
    return [goal.lateDays > 0 && target, announced].filter(Boolean).join(' ')
  }
  const why = plan.criticalReason ? whyThisDateWords(sentence(plan.criticalReason)) : ''
  if (goal.lateDays === 0) return why
  return [target, why, plan.ifMissed ? ifMissedWords(sentence(plan.ifMissed)) : ''].filter(Boolean).join(' ')
}
