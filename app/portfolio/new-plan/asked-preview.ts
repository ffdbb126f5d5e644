import { isNearDate } from '#app/kit/near-dates.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { findTemplate } from '../templates/find-template.ts'
import { type PreviewMilestone, type PreviewStart, previewTemplate } from '../templates/preview-template.ts'
import { readPreviewedAccount } from './account-in-address.ts'
import { newPlanWords } from './new-plan-words.ts'

/**
 * The plan that the fields in an address would make (`template`, `criticalDate`, `winBy`, which may be left out, and `for`: the account);
 * null where they make none.
 */
export function askedPreview(
  search: URLSearchParams,
  start: Omit<PreviewStart, 'criticalDate' | 'winBy' | 'account'>,
): PreviewMilestone[] | null {
  const template = findTemplate(search.get('template') ?? '')
  const criticalDate = search.get('criticalDate')
  if (!template || !isIsoDate(criticalDate) || !isNearDate(criticalDate, start.today)) return null
  const typedWinBy = search.get('winBy')
  const winBy = isIsoDate(typedWinBy) && isNearDate(typedWinBy, start.today) ? typedWinBy : null
  const account = readPreviewedAccount(search) || newPlanWords.theCustomer
  return previewTemplate(template, { ...start, criticalDate, winBy, account })
}
