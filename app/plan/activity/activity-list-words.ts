import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const activityListWords = {
  emptyTitle: 'No activity yet',
  empty: 'Every change to the plan is listed here.',
  agreed: mainPageNames.agreed,
  before: 'before:',
  now: 'now:',
  nothing: 'none',
}
