export const activityListWords = {
  emptyTitle: 'No activity yet',
  empty: 'Every change to the plan is listed here.',
  agreed: 'What was agreed',
  before: 'before:',
  now: 'now:',
  nothing: 'none',
}
