import { count } from '#app/ui/amount-words.ts'

/** Refusals that several pages and commands of a plan say. */
export const planRefusals = {
  leadOrAdmin: 'Only the plan’s lead or an admin can do this.',
  viewOnly: 'You can view this plan but not change it.',
  dateInFuture: 'This date is in the future.',
  mostRows: (most: number): string => `Please enter at most ${most} rows.`,
  noDates: 'The plan’s dates can’t be calculated with this change.',
}

/** Values of a task that contradict each other. */
export const contradictionRefusals = {
  noOwnerName: 'Please enter a name.',
  bothOrNeither: 'Please enter both the best and the worst case, or neither.',
  beforeEarliestStart: 'This is before the earliest start date.',
  beforeStart: 'This is before the start date.',
  startedAfterDone: 'This is after the task was done.',
  abovePlanned: (days: number): string => `This is more than the planned ${count(days, 'working day')}.`,
  belowPlanned: (days: number): string => `This is less than the planned ${count(days, 'working day')}.`,
}

export const ownerRefusals = {
  otherSide: 'A private task needs an owner from your side.',
  notAccepted: (name: string): string => `${name} can’t see private tasks until the champion accepts them.`,
  approverCannotSee: (name: string): string =>
    `${name} approves the result and can’t see a private task. Choose another approver first.`,
  youNotAccepted: 'You can create private tasks once the champion has accepted you.',
}

export const firstWinRefusals = {
  beforeCriticalDate: 'The first win can’t come before the critical date.',
  targetReached: 'The target is the same as today’s value. What would count as a win?',
}
