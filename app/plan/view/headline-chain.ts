import { chainTo } from '#app/schedule/chain.ts'
import { capital } from '#app/ui/name-words.ts'
import { dateSpan, longDate } from '#app/ui/date-words.ts'
import { days } from '#app/ui/amount-words.ts'
import type { StoredCalendar } from '#app/schedule/stored-calendar.ts'
import { shortGoalNames, insteadOfWords } from './headline-words.ts'
import type { Goal, HeadlineQuestion } from './goal.ts'
import type { PlanTerms, TaskRow } from '../core/compute-plan.ts'
import { bareName } from '../core/task-name.ts'
import type { ChainTask } from './plan-view.ts'

/** What drives the goal: the open tasks before it, and the closed periods that they meet. */
export function headlineChain(question: HeadlineQuestion, goal: Goal): ChainTask[] {
  const { today } = question
  const by = longDate(goal.by, today)
  const detail = goal.lateDays > 0 ? insteadOfWords(longDate(goal.expected, today), by) : by
  return [...openTasksTo(question, goal.id), { text: shortGoalNames[goal.kind], detail, closed: false }]
}

/** The open tasks that determine the date of a task or point, itself included, and the closed periods that they meet. */
export function openTasksTo({ rows, schedule, today, sight }: HeadlineQuestion, id: string): ChainTask[] {
  const { plan } = rows
  const chain = chainTo(schedule.computed, id).flatMap((id) => rows.tasks.find((task) => task.id === id) ?? [])
  const seen = new Set<string>()
  return chain
    .filter((task) => task.doneOn === null)
    .flatMap((task): ChainTask[] => {
      const { earlyStart, earlyFinish } = schedule.datesOf(task.id)
      const closed = closedFor(plan, task).filter(({ from, to, why }) => {
        const key = `${from}${to}${why}`
        if (seen.has(key) || to < earlyStart || from > earlyFinish) return false
        return seen.add(key)
      })
      return [
        {
          text: capital(bareName({ plan, sight }, task)),
          detail: days(task.durationDays),
          closed: false,
        },
        ...closed.map(({ from, to, why }) => ({ text: why, detail: dateSpan(from, to, today), closed: true })),
      ]
    })
}

function closedFor(plan: PlanTerms, task: TaskRow): StoredCalendar['closed'] {
  const { vendorCalendar, customerCalendar } = plan
  if (task.side === 'vendor') return vendorCalendar.closed
  if (task.side === 'customer') return customerCalendar.closed
  return [...vendorCalendar.closed, ...customerCalendar.closed]
}
