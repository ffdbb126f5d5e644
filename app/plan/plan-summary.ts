import type { IsoDate } from '#app/schedule/model.ts'
import { count, slackWords } from '#app/ui/words.ts'
import { dueOf, lateTasks } from './due.ts'
import { type HeadlineTerms, goalNow } from './goal.ts'
import { headlineFor } from './headline.ts'
import { type PlanRows, scheduleOf } from './network.ts'
import type { StoredPlan } from './plan-rows.server.ts'
import type { PlanState } from './stages.ts'

/** One plan at a glance, for a member. */
export type PlanSummary = {
  id: string
  account: string
  project: string
  state: PlanState
  archived: boolean
  headline: string
  standing: string
  tone: 'calm' | 'tight' | 'late' | 'won'
  goal: string
  goalOn: IsoDate
  lead: string
}

type SummaryTerms = HeadlineTerms & Pick<StoredPlan, 'project' | 'archivedAt' | 'leadName'>

/** What the list says of one plan, and how urgent it is. Pure. */
export function summaryOf(rows: PlanRows<SummaryTerms>, today: IsoDate): { rank: number; row: PlanSummary } {
  const { plan } = rows
  const schedule = scheduleOf(rows, today)
  const { lead, stress } = headlineFor({ rows, schedule, today, sight: 'vendor' })
  const goal = goalNow({ rows, schedule })
  const slack = goal ? dueOf({ rows, schedule }, goal.id).bufferDays : 0
  const missedDays = goal?.lateDays ?? 0
  const tasksLate = lateTasks({ rows, schedule }).length
  const late = missedDays > 0 || tasksLate > 0
  const won = plan.state === 'won'
  const closed = won || plan.state === 'lost' || plan.archivedAt !== null
  const standing = closed
    ? won
      ? 'first win confirmed'
      : ''
    : missedDays > 0
      ? slackWords(-missedDays)
      : tasksLate > 0
        ? `${count(tasksLate, 'task')} late`
        : slackWords(slack)
  return {
    rank: closed ? (won ? 2 : 3) : late ? 0 : 1,
    row: {
      id: plan.id,
      account: plan.account,
      project: plan.project,
      state: plan.state,
      archived: plan.archivedAt !== null,
      headline: `${lead} ${stress}`,
      standing,
      tone: won ? 'won' : closed ? 'calm' : late ? 'late' : slack <= 2 ? 'tight' : 'calm',
      goal: won || goal?.kind === 'win' ? 'First win' : 'Live',
      goalOn: plan.wonOn ?? goal?.by ?? plan.criticalDate,
      lead: plan.leadName,
    },
  }
}
