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

/** A unit that is changed after figures were given in it. */
export const unitWords = {
  holds: 'Baseline and target are right in the new unit',
  ask: (before: string, after: string): string =>
    `Baseline and target were entered in “${before}”. Please enter both in “${after}”, or tick the box if they stay the same.`,
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
