import { mainPageNames } from '#app/kit/main-page-name-words.ts'

export const activityListWords = {
  emptyTitle: 'No activity yet',
  empty: 'Changes are listed here, newest first.',
  agreed: mainPageNames.agreed,
  before: 'before:',
  now: 'now:',
  nothing: 'none',
}
