import type { Computation } from '#app/kit/computations.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { bufferWords } from '#app/ui/amount-words.ts'
import { dueOf, lateTasks } from '../core/due.ts'
import type { HeadlineTerms } from '../core/headline-terms.ts'
import { goalNow } from '../view/goal.ts'
import { firstOpen, writeHeadline } from '../view/write-headline.ts'
import { shortGoalNames, tasksLateWords } from '../view/headline-words.ts'
import { type PlanRows, reachedOn, scheduleOf } from '../core/compute-plan.ts'
import type { StoredPlan } from '../core/plan-rows.server.ts'
import { type Stage, isPlanOver } from '../core/stages.ts'
import { firstWinConfirmedWords } from '../core/goal-name-words.ts'
import { healthReasons } from './health-reasons.ts'
import type { PlanSigns } from './plan-signs.ts'

/**
 * Of the words and rules below: summaries are stored, and one of another version is computed again. Raise it with every change of what they
 * say (`plan-summary.test.ts`).
 */
export const summaryVersion = 4

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
  /** The first stage that has a milestone to reach. */
  stage: Stage
  /** The task that everyone waits for; null once the plan is over, or all tasks are done. */
  nextTaskId: string | null
  /** Why the plan needs someone, besides its dates. */
  reasons: string[]
}

type SummaryTerms = HeadlineTerms & Pick<StoredPlan, 'archivedAt'>

/** What the list says of one plan, and how urgent it is. Pure. */
export function summaryOf(rows: PlanRows<SummaryTerms>, signs: PlanSigns, today: IsoDate): PlanSummary {
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
    stage: rows.milestones.find(({ id }) => reachedOn(rows, id) === null)?.stage ?? 'Value',
    nextTaskId: closed || !goal ? null : (firstOpen({ rows, schedule }, goal)?.id ?? null),
    reasons: closed ? [] : healthReasons({ rows, signs, goal }, today),
  }
}

/** A plan's rows and signs, and today in its time zone. */
export type PlanOnDay<Terms extends SummaryTerms = SummaryTerms> = {
  rows: PlanRows<Terms>
  signs: PlanSigns
  today: IsoDate
}

/** Summaries in the order of the plans: a plan of the largest size takes some 20 ms. */
export const summarizePlans = {
  name: 'summarize plans',
  compute: (plans) => plans.map(({ rows, signs, today }) => summaryOf(rows, signs, today)),
} satisfies Computation<PlanOnDay[], PlanSummary[]>
