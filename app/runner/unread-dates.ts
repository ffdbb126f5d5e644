import { isIsoDate } from '#app/schedule/dates.ts'
import type { PostedValues } from './reply.ts'
import type { Fault } from './refusal.ts'

/**
 * Dates that the browser could not read and posted as nothing (31 February, half a date), so that nobody erases one by a slip. A date
 * field posts `held.NAME`, what it came with, and `typed.NAME`: `unread`, or `removed` where it was emptied on purpose. Without script
 * the first is never sent, and the second is a box to tick.
 */
export function unreadDates(values: PostedValues): Fault[] {
  const one = (name: string) => [values[name] ?? ''].flat()[0] ?? ''
  return Object.keys(values).flatMap((name) => {
    const [, field] = /^(?:held|typed)\.(.+)$/.exec(name) ?? []
    if (field === undefined || one(field) !== '') return []
    if (one(`typed.${field}`) === 'unread')
      return [{ field, message: 'This date is not complete, or there is no such day. Please type it again.' }]
    if (!name.startsWith('held.') || !isIsoDate(one(name)) || one(`typed.${field}`) === 'removed') return []
    return [{ field, message: 'No date could be read here. Please type it again, or tick “Remove this date”.' }]
  })
}
