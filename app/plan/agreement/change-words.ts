import type { AgreedChangeView } from '../view/plan-view.ts'
import { count } from '#app/ui/amount-words.ts'

export const changedListWords = {
  agreed: 'agreed:',
  now: 'now:',
  nothing: 'none',
}

type Told = Pick<AgreedChangeView, 'title' | 'kind' | 'before' | 'after'>

/** "Target date: 15 September → 22 September", "“Train the team”, added". */
export const agreedChangeWords = ({ title, kind, before, after }: Told): string =>
  kind === 'changed' ? `${title}: ${before || changedListWords.nothing} → ${after || changedListWords.nothing}` : title

/** The fold over the changes beyond the first few. */
export const moreChangesWords = (more: number): string => count(more, 'more change')
