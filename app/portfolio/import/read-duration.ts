import { readNumber } from '#app/kit/read-number.ts'
import { durationUnitWords } from './cell-name-words.ts'
import { plainName } from './plain-name.ts'

/** Working days in a cell such as "5", "2,5 days", "2 Wochen"; a part of a day is one. Null where it is no duration. */
export function readDuration(text: string): { days: number; isRounded: boolean } | null {
  const [, digits = '', unit = ''] = /^([\d.,\s’']{1,20}?)\s*(\p{L}[\p{L}\s]{0,30})?\??$/u.exec(text.trim()) ?? []
  const read = digits === '' ? null : readNumber(digits)
  const known = durationUnitWords.find(({ names }) => names.includes(plainName(unit)))
  if (read === null || !known) return null
  const days = ('value' in read ? read.value : read.either[1]) * known.days
  return { days: Math.ceil(days), isRounded: !Number.isInteger(days) }
}
