import type { AgreedChangeView } from '../core/view.ts'

type Told = Pick<AgreedChangeView, 'title' | 'kind' | 'before' | 'after'>

/** "Critical date: 15 September → 22 September", "“Train the team”, added". */
export const changeWords = ({ title, kind, before, after }: Told): string =>
  kind === 'changed' ? `${title}: ${before || 'nothing'} → ${after || 'nothing'}` : title
