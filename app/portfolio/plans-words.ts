import { sentenceParts } from '#app/ui/sentence-parts.ts'
import type { PlanState } from '#app/plan/core/stages.ts'
import { daysBetween } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { summaryRefreshBounds } from '#app/kit/limits.ts'
import { amount } from '#emails/parts/amounts.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { possessive } from '#app/ui/name-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { firstWinConfirmedWords } from '#app/plan/core/goal-name-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'

/** While many plans are computed at once, after midnight or an upgrade. @param plans up to `summaryRefreshBounds.counted` */
export const outdatedWords = (plans: number): string =>
  plans >= summaryRefreshBounds.counted
    ? `The status of ${amount(plans)} plans or more is still being calculated. Reload the page in a minute.`
    : `The status of ${count(plans, 'plan')} is still being calculated. Reload the page in a minute.`

/** In place of a plan's headline until then. */
export const calculatingWords = 'Calculating…'

/** Beside the account of a new plan: where its time zone and calendars come from. */
export const accountHint = (workspace: { name: string; timeZone: string }): string =>
  `Time zone and calendars are copied from its last plan, or from ${possessive(workspace.name)} settings (${workspace.timeZone}). The customer is asked to check them.`

/** What a template needs, before a date is typed. @param earliest the first day by which a plan from it can be live */
export const earliestWords = (template: string, earliest: IsoDate, today: IsoDate): string =>
  `${template}: live on ${longDate(earliest, today)} at the earliest`

/** Whether a template fits before the critical date, by the working days of the workspace. */
export function fitWords(
  { earliest, criticalDate }: { earliest: IsoDate; criticalDate: IsoDate },
  today: IsoDate,
): string {
  const first = longDate(earliest, today)
  if (criticalDate >= earliest) return `This date fits: a plan from this template can be live by ${first}.`
  const needed = Math.ceil(daysBetween(today, earliest) / 7)
  const left = Math.max(0, Math.floor(daysBetween(today, criticalDate) / 7))
  return `This template needs ${count(needed, 'week')} and you have ${amount(left)}. The earliest date is ${first}.`
}

const states: Record<PlanState, string> = {
  rough: 'draft',
  agreed: 'agreed',
  'under way': 'under way',
  won: 'won',
  lost: 'lost',
}

/** A plan's state in a list. */
export const stateWords = (state: PlanState, isArchived = false): string =>
  isArchived ? `${states[state]}, archived` : states[state]

export const ofLastPlanWords = (timeZone: string): string => `Time zone and calendars of its last plan, ${timeZone}`

/** What to do without a plan. */
export const noPlansSharedWords = (vendor: string): string =>
  `Plans appear here when someone invites you. Ask ${vendor} or a colleague for an invitation.`

/** Whose plan it is, and by when they go live. @param day in words */
export const liveByWords = <Name>(account: Name, day: string) => sentenceParts`${account}, live by ${day}`

export const plansFilterWords = {
  label: 'Filter plans',
  state: labels.state,
  stage: labels.stage,
  all: 'All',
  late: 'Late',
  mine: 'Mine',
  show: buttonWords.show,
}

export const plansTableWords = {
  customer: 'Customer',
  headline: 'What matters now',
  next: 'Next task',
  goal: 'Goal',
  state: labels.state,
  lead: labels.lead,
  empty: 'No plans yet',
  example: 'Example:',
  samplePlan: 'Your customer, faster month-end close',
  sampleHeadline: 'To be live on 15 September, the contract must be with Legal by tomorrow.',
  sampleWin: 'First win: “We closed the books in one day. It used to take us a month.” 30 → 1 day, by 30 October.',
  emptyText: 'A plan starts with a customer, a target date and a first win worth announcing.',
}

export const plansPageWords = {
  newPlan: pageNames.newPlan,
  title: mainPageNames.plans,
  archivedTitle: 'Archived plans',
  archivedIntro: 'Visible to members only. The lead or an admin can restore a plan.',
  noneMatch: 'No plans match this filter.',
  noneArchived: 'No archived plans.',
  /** The way back from a filter that fits no plan. */
  showAll: 'Show all plans',
  toActive: 'Back to active plans',
}

export const yourPlansWords = {
  title: mainPageNames.yourPlans,
  empty: 'No plans are shared with you',
}

/** Said to a customer of a plan that came to its end, by its state. */
export const endedWords: Record<string, string> = { won: firstWinConfirmedWords, lost: 'closed' }
