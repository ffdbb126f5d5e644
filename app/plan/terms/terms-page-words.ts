import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { firstWinTitle } from '../core/goal-name-words.ts'

export const termsPageWords = {
  title: mainPageNames.terms,
  intro: 'This is what both sides agree to. If you change it, both are asked to agree again.',
  datesTitle: 'Project and target date',
  winTitle: firstWinTitle,
}
