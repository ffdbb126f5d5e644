import { hour } from '#app/kit/durations.ts'
import { count } from '#app/ui/amount-words.ts'
import { medianOf } from './median-of.ts'

/** A working time in words: "1 working hour", "3 working days". Rounded up, so that it is never better than it was. */
function workingTimeWords(ms: number, dayLength: number): string {
  return ms <= dayLength
    ? count(Math.max(1, Math.ceil(ms / hour)), 'working hour')
    : count(Math.ceil(ms / dayLength), 'working day')
}

/**
 * How long answers take.
 * @param times of the questions that were answered, in milliseconds of working time
 * @param dayLength of a working day, in milliseconds
 */
export function answerTimeWords(times: readonly number[], dayLength: number): string | null {
  const median = medianOf(times)
  if (median === null) return null
  const within = workingTimeWords(median, dayLength)
  return times.length === 1
    ? `The one question so far was answered within ${within}.`
    : `Half of the ${times.length} questions so far were answered within ${within}.`
}
