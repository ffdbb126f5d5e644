import { fieldWords } from '#app/kit/field-words.ts'
import { farDateQuestion } from '#app/kit/near-dates.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { Edit } from '../edits/edit.ts'

/** The edit that a typed date means, or what is wrong with it. A year is typed digit by digit: nothing is computed for 0002, 0020, 0202. */
export const typedDate = (text: string, today: IsoDate, of: (date: IsoDate) => Edit): Edit | string =>
  isIsoDate(text) ? (farDateQuestion(text, today) ?? of(text)) : fieldWords.unreadDate
