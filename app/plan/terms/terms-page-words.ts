import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { planInputRefusals } from '../plan-input-words.ts'
import { firstWinTitle } from '../core/goal-name-words.ts'

export const termsPageWords = {
  title: mainPageNames.terms,
  intro: 'This is what both sides agree to. If you change it, both are asked to agree again.',
  datesTitle: 'Project and target date',
  winTitle: firstWinTitle,
}

/** Why a term cannot be emptied that was said before. */
export const emptiedTermWords = {
  criticalReason: planInputRefusals.sayWhyDate,
  statement: planInputRefusals.sayAnnouncement,
  measure: fieldWords.missing,
  unit: fieldWords.missing,
  baseline: fieldWords.missingNumber,
  target: fieldWords.missingNumber,
  announcedTo: fieldWords.missing,
}
