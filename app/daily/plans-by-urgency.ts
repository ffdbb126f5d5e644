import type { DailyPlanFacts } from '#app/outbox/daily-facts.ts'

/**
 * Plans as their reader needs them: first where something waits, the earliest due first, then where someone asks or answers, then news. The first gives the
 * email its subject and button.
 */
export const plansByUrgency = (plans: readonly DailyPlanFacts[]): DailyPlanFacts[] =>
  plans.toSorted(
    (one, other) =>
      earliestOf(one).localeCompare(earliestOf(other)) ||
      Number(hasComments(other)) - Number(hasComments(one)) ||
      one.project.localeCompare(other.project),
  )

/** After every due date. */
const nothingWaits = '9999-12-31'

const earliestOf = ({ waiting }: DailyPlanFacts): string =>
  waiting.reduce((earliest, { doBy }) => (doBy < earliest ? doBy : earliest), nothingWaits)

const hasComments = ({ comments = [] }: DailyPlanFacts) => comments.length > 0
