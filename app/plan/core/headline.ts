import { withoutTurns } from '#db/without-direction-marks.ts'
import { isolated, unquoted } from '#app/kit/plain-text.ts'
import { firstOpenTask } from '#app/schedule/chain.ts'
import { addDays } from '#app/schedule/dates.ts'
import { capital, quoted } from '#app/ui/name-words.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate, nearDate } from '#app/ui/date-words.ts'
import { adviceWords } from './advice-words.ts'
import { lateTasks } from './due.ts'
import { type Goal, type HeadlineQuestion, goalNow } from './goal.ts'
import { chainOf } from './headline-chain.ts'
import type { TaskRow } from './compute-plan.ts'
import { taskName } from './task-name.ts'
import { editsFor } from './edits-for-advice.ts'
import type { HeadlineView } from './plan-view.ts'

/** The headline: the same fact for both sides, with the reason and what would help. */
export function headlineFor(question: HeadlineQuestion): HeadlineView {
  const { rows, today } = question
  const { plan } = rows
  const said = { because: '', whyLabel: '', chain: [], advice: [] }
  if (plan.state === 'won')
    return {
      ...said,
      lead: `${isolated(plan.account)} did it:`,
      stress: plan.wonOn ? `first win confirmed on ${longDate(plan.wonOn, today)}.` : 'first win confirmed.',
      tone: 'won',
    }
  if (plan.state === 'lost') return { ...said, lead: 'This plan was closed', stress: 'without an order.', tone: 'calm' }
  const goal = goalNow(question)
  if (!goal)
    return { ...said, lead: 'This plan has no goal yet:', stress: 'add the milestone that ends Rollout.', tone: 'calm' }
  if (goal.lateDays > 0) return lateHeadline(question, goal)
  return lateTaskHeadline(question, goal) ?? openHeadline(question, goal)
}

/** The goal can be met, but not the date that a task has of its own. */
function lateTaskHeadline(question: HeadlineQuestion, goal: Goal): HeadlineView | null {
  const { rows, sight, today } = question
  const [latest, ...others] = lateTasks(question)
  if (!latest) return null
  const name = taskName({ rows, sight }, latest.task.id)
  const by = longDate(goal.by, today)
  const what = goal.kind === 'go-live' ? `Go-live on ${by}` : `The first win by ${by}`
  return {
    lead:
      others.length === 0
        ? `${capital(name)} is`
        : `${count(others.length + 1, 'task')} are late, most of all ${name}, by`,
    stress: `${count(-latest.due.bufferDays, 'working day')}${others.length === 0 ? ' late' : ''}.`,
    tone: 'late',
    because: `${what} can still be met.`,
    whyLabel: `Why ${by}?`,
    chain: chainOf(question, goal),
    advice: adviceOf(question),
  }
}

function adviceOf(question: HeadlineQuestion): HeadlineView['advice'] {
  const { advice = [], schedule } = question
  return advice.map((change) => ({ text: adviceWords(question, change), edits: editsFor(change, schedule.goals) }))
}

function openHeadline(question: HeadlineQuestion, goal: Goal): HeadlineView {
  const { rows, schedule, today, sight } = question
  const by = longDate(goal.by, today)
  const purpose = goal.kind === 'go-live' ? `To be live on ${by},` : `To announce the first win by ${by},`
  const shared = { because: becauseOf(question, goal), chain: chainOf(question, goal), advice: [] }
  const task = firstOpen(question, goal)
  if (!task)
    return {
      ...shared,
      lead:
        goal.kind === 'win'
          ? 'All tasks are done. The first win can be confirmed'
          : 'All tasks are done. Go-live is due',
      stress: `by ${by}.`,
      tone: 'calm',
      whyLabel: `Why ${by}?`,
    }
  const dates = schedule.datesOf(task.id)
  const day = task.startedOn ? dates.lateFinish : dates.lateStart
  const near = nearDate(day, today)
  return {
    ...shared,
    lead: `${purpose} ${taskName({ rows, sight }, task.id)} must ${task.startedOn ? 'be done' : 'start'}`,
    stress: near === 'today' ? 'today.' : `by ${near}.`,
    tone: day <= addDays(today, 1) ? 'must' : 'calm',
    whyLabel: `Why ${near}?`,
  }
}

function lateHeadline(question: HeadlineQuestion, goal: Goal): HeadlineView {
  const { today } = question
  return {
    lead: goal.kind === 'go-live' ? 'Go-live will be' : 'The first win will be',
    stress: `${count(goal.lateDays, 'working day')} late.`,
    tone: 'late',
    because: becauseOf(question, goal),
    whyLabel: `Why ${longDate(goal.expected, today)}?`,
    chain: chainOf(question, goal),
    advice: adviceOf(question),
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

const sentence = (text: string) =>
  isolated(
    withoutTurns(text)
      .trim()
      .replace(/[.!\s]+$/u, ''),
  )

function becauseOf({ rows, today }: HeadlineQuestion, goal: Goal): string {
  const { plan } = rows
  const target = `Target date: ${longDate(goal.by, today)}.`
  if (goal.kind === 'win') {
    const announced = `What will be announced: ${quoted(sentence(unquoted(plan.winStatement)))}.`
    return goal.lateDays > 0 ? `${target} ${announced}` : announced
  }
  const why = `Why this date: ${sentence(plan.criticalReason)}.`
  if (goal.lateDays === 0) return why
  return [target, why, plan.ifMissed ? `If it is missed: ${sentence(plan.ifMissed)}.` : ''].filter(Boolean).join(' ')
}
