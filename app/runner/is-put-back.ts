import { z } from 'zod'
import { canonicalText } from './compare.ts'

const storedChanges = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }))

/** An event as far as it says what became of the fields of its subject. */
type Changed = { number: number; subjectId: string | null; changes: unknown }

const empty = new Set([canonicalText(null), canonicalText([])])

/** How a field was before and after it was set, and how it stands by the events read so far. */
type Followed = { before: string; after: string; now: string; isBack: boolean }

/**
 * Whether a field that some events set was put back since to what it had been, or emptied, and not set again. One that went on to another value was not:
 * what was done then led there.
 * @param own the numbers of those events
 * @param events they and all that came after them, in order
 */
export function isPutBack(own: ReadonlySet<number>, events: readonly Changed[]): boolean {
  const fields = new Map<string, Followed>()
  for (const { number, subjectId, changes } of events)
    for (const [name, change] of Object.entries(storedChanges.parse(changes))) {
      const key = `${subjectId ?? ''} ${name}`
      const before = canonicalText(change.before)
      const after = canonicalText(change.after)
      const field = fields.get(key)
      if (own.has(number)) fields.set(key, { before: field?.before ?? before, after, now: after, isBack: false })
      // What is about another thing of the same name, such as the next comment on a task, does not start where this one ended.
      else if (field?.now === before) {
        const isBack = after === field.before || empty.has(after) || (field.isBack && after !== field.after)
        fields.set(key, { ...field, now: after, isBack })
      }
    }
  return [...fields.values()].some(({ before, after, isBack }) => isBack && before !== after)
}
