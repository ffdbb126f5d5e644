import { isIsoDate } from '#app/schedule/dates.ts'
import type { PostedValues } from './reply.ts'
import type { Fault } from './refusal.ts'
import { unreadDateRefusals } from './unread-date-words.ts'

/**
 * Dates that the browser could not read and posted as empty (31 February, half a date), so that no one deletes a date by
 * accident. A date field posts `held.NAME`, its first value, and `typed.NAME`: `unread`, or `removed` where it was emptied on
 * purpose; several fields of one name post one of each, in order. Without script the latter is a checkbox whose value names
 * the date.
 */
export function unreadDates(values: PostedValues): Fault[] {
  const list = (name: string) => [values[name] ?? []].flat()
  const fields = Object.keys(values).flatMap((name) => /^(?:held|typed)\.(.+)$/.exec(name)?.[1] ?? [])
  return [...new Set(fields)].flatMap((field) => {
    const [posted, held, typed] = [list(field), list(`held.${field}`), list(`typed.${field}`)]
    const isEmpty = (at: number) => (posted[at] ?? '') === ''
    if (typed.some((said, at) => said === 'unread' && isEmpty(at)))
      return [{ field, message: unreadDateRefusals.unread }]
    const isLost = (date: string, at: number) =>
      isIsoDate(date) && isEmpty(at) && typed[at] !== 'removed' && !typed.includes(`removed ${date}`)
    return held.some(isLost) ? [{ field, message: unreadDateRefusals.missing }] : []
  })
}
