import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { fieldWords } from '#app/kit/field-words.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import { readWhole } from '#app/kit/read-number.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { type IsoDate, maxDays } from '#app/schedule/model.ts'
import { type Edit, editNameOf } from './edit.ts'
import { type Lag, readLag } from './lag.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'
import { editValueRefusals } from './edit-refusal-words.ts'

export type ReadEdit = { edit: Edit } | { fault: string } | null

/** Reads an edit from its name and its text. @returns null for an unknown name, a fault for an invalid value */
export function readEdit(name: string, text: string): ReadEdit {
  const [field = '', first = '', second = '', third = ''] = name.split('.')
  const value = text.trim()
  switch (field) {
    case 'durationDays':
      return first ? whole(value, (days) => ({ field, task: first, value: days })) : null
    case 'notBefore':
    case 'notAfter':
    case 'startedOn':
      return first ? dateOrNone(value, (date) => ({ field, task: first, value: date })) : null
    case 'lag':
      if (!first || !second) return null
      return lagOrNone(value, (lag) => ({ field, task: first, after: second, value: lag }))
    case 'criticalDate':
    case 'winBy':
      return first ? null : isIsoDate(value) ? { edit: { field, value } } : { fault: noDate(value) }
    case 'closed':
      if ((first !== 'vendor' && first !== 'customer') || !isIsoDate(second) || !isIsoDate(third)) return null
      if (isTooMuch(value)) return { fault: planRefusals.mostRows(bounds.calendarRows) }
      return { edit: { field, side: first, from: second, to: third, value: closedReasonsIn(value) } }
    default:
      return null
  }
}

/** Whether these are more reasons than a calendar has rows, or longer ones: told before anything is computed with them. */
const isTooMuch = (reasons: string): boolean =>
  reasons.length > bounds.calendarRows * (textSizes.dayOff + 1) || reasons.split('\n').length > bounds.calendarRows

/** Reasons in one order, so that they can be compared, and without the marks of direction that pages put around them. */
export const closedReasonsIn = (text: string): string | null =>
  withoutDirectionMarks(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort()
    .join('\n') || null

const noDate = (value: string) => (value === '' ? fieldWords.missingDate : fieldWords.noSuchDate)

function whole(value: string, make: (days: number) => Edit): ReadEdit {
  const days = readWhole(value)
  if (days !== null && days >= 0 && days <= maxDays) return { edit: make(days) }
  return { fault: editValueRefusals.wholeDays }
}

function lagOrNone(value: string, make: (lag: Lag | null) => Edit): ReadEdit {
  const lag = readLag(value)
  return value === '' || lag !== null ? { edit: make(lag) } : { fault: editValueRefusals.wholeLag }
}

const dateOrNone = (value: string, make: (date: IsoDate | null) => Edit): ReadEdit =>
  value === '' ? { edit: make(null) } : isIsoDate(value) ? { edit: make(value) } : { fault: noDate(value) }

/** All edits among posted or asked-for values, and what is wrong with the others; names of anything else are passed over. */
export function readEdits(values: Iterable<[string, string]>): {
  edits: Edit[]
  faults: { field: string; message: string }[]
} {
  const edits: Edit[] = []
  const faults: { field: string; message: string }[] = []
  for (const [name, text] of values) {
    const read = readEdit(name, text)
    if (read && 'edit' in read) edits.push(read.edit)
    else if (read) faults.push({ field: name, message: read.fault })
  }
  return { edits, faults }
}

/** The list with one more edit, which takes the place of an earlier one of its name. */
export const withMoreEdits = (edits: readonly Edit[], ...more: Edit[]): Edit[] =>
  more.reduce<Edit[]>((list, edit) => [...list.filter((it) => editNameOf(it) !== editNameOf(edit)), edit], [...edits])
