import { isNearDate } from '#app/kit/near-dates.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { findTemplate } from '../templates/find-template.ts'
import { type PreviewMilestone, type PreviewStart, previewTemplate } from '../templates/preview-template.ts'
import { newPlanWords } from './new-plan-words.ts'

/** The plan that the fields in an address would make (`template`, `criticalDate`, `for`: the account); null where they make none. */
export function askedPreview(
  search: URLSearchParams,
  start: Omit<PreviewStart, 'criticalDate' | 'account'>,
): PreviewMilestone[] | null {
  const template = findTemplate(search.get('template') ?? '')
  const criticalDate = search.get('criticalDate')
  if (!template || !isIsoDate(criticalDate) || !isNearDate(criticalDate, start.today)) return null
  const account = (search.get('for') ?? '').slice(0, longestName).trim()
  return previewTemplate(template, { ...start, criticalDate, account: account || newPlanWords.theCustomer })
}
