import type { Computation } from '#app/kit/computations.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { bufferWords } from '#app/ui/amount-words.ts'
import { dueOf, lateTasks } from '../core/due.ts'
import type { HeadlineTerms } from '../core/headline-terms.ts'
import { goalNow } from '../view/goal.ts'
import { writeHeadline } from '../view/write-headline.ts'
import { shortGoalNames, tasksLateWords } from '../view/headline-words.ts'
import { type PlanRows, scheduleOf } from '../core/compute-plan.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import { isPlanOver } from '../core/stages.ts'
import { firstWinConfirmedWords } from '../core/goal-name-words.ts'

/**
 * Of the words and rules below: summaries are stored, and one of another version is computed again. Raise it with every change of what they
 * say (`plan-summary.test.ts`).
 */
export const summaryVersion = 3

/** Of the most urgent plans is the lowest. */
export const ranks = { late: 0, tight: 1, calm: 2, won: 3, closed: 4 } as const

/** How a plan stands, as its schedule says: what a member reads of it in the list of plans. */
export type PlanSummary = {
  rank: number
  headline: string
  stateWords: string
  tone: 'calm' | 'tight' | 'late' | 'won'
  goal: string
  goalOn: IsoDate
}

type SummaryTerms = HeadlineTerms & Pick<StoredPlan, 'archivedAt'>

/** What the list says of one plan, and how urgent it is. Pure. */
export function summaryOf(rows: PlanRows<SummaryTerms>, today: IsoDate): PlanSummary {
  const { plan } = rows
  const schedule = scheduleOf(rows, today)
  const { lead, stress } = writeHeadline({ rows, schedule, today, sight: 'vendor' })
  const goal = goalNow({ rows, schedule })
  const slack = goal ? dueOf({ rows, schedule }, goal.id).bufferDays : 0
  const missedDays = goal?.lateDays ?? 0
  const tasksLate = lateTasks({ rows, schedule }).length
  const late = missedDays > 0 || tasksLate > 0
  const won = plan.state === 'won'
  const closed = isPlanOver({ state: plan.state, archived: plan.archivedAt !== null })
  const stateWords = closed
    ? won
      ? firstWinConfirmedWords
      : ''
    : missedDays > 0
      ? bufferWords(-missedDays)
      : tasksLate > 0
        ? tasksLateWords(tasksLate)
        : bufferWords(slack)
  const urgency = late ? 'late' : slack <= 2 ? 'tight' : 'calm'
  return {
    rank: ranks[closed ? (won ? 'won' : 'closed') : urgency],
    headline: `${lead} ${stress}`,
    stateWords,
    tone: won ? 'won' : closed ? 'calm' : urgency,
    goal: shortGoalNames[won || goal?.kind === 'win' ? 'win' : 'go-live'],
    goalOn: plan.wonOn ?? goal?.by ?? plan.criticalDate,
  }
}

/** A plan's rows, and today in its time zone. */
export type PlanOnDay<Terms extends SummaryTerms = SummaryTerms> = { rows: PlanRows<Terms>; today: IsoDate }

/** Summaries in the order of the plans: a plan of the largest size takes some 20 ms. */
export const summarizePlans = {
  name: 'summarize plans',
  compute: (plans) => plans.map(({ rows, today }) => summaryOf(rows, today)),
} satisfies Computation<PlanOnDay[], PlanSummary[]>
