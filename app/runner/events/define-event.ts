import { z } from 'zod'
import type { ActorSide } from '#app/policy/policy.ts'

/** The fields that an event may have, each with the schema of its value. */
export type EventFieldSchemas = Readonly<Record<string, z.ZodType>>

/**
 * Who may read an event: both sides, the vendor alone, the vendor and the person who did it, or both unless it is about what one
 * side keeps to itself.
 */
export type EventReaders = 'both' | 'vendor' | 'vendor and actor' | 'both or one'

/** A value of an event from before its field was kept as data, in the words of that time. Nothing new is written in words. */
const inWords = z.strictObject({ words: z.string() })
export type InWords = z.infer<typeof inWords>

/** A field before and after; null where there was or is nothing. */
type Change<Value> = { before: Value | null; after: Value | null }

/** What is written: every field of `Always`, and those of `Maybe` that changed. */
export type WrittenChanges<Always extends EventFieldSchemas, Maybe extends EventFieldSchemas> = {
  [Field in keyof Always]: Change<z.infer<Always[Field]>>
} & { [Field in keyof Maybe]?: Change<z.infer<Maybe[Field]>> | undefined }

/** What is read: erasing a person takes fields out of an event, and old values may be words. */
export type StoredChanges<Kept> = {
  [Field in keyof Kept]?: Change<z.infer<Extract<Kept[Field], z.ZodType>> | InWords> | undefined
}

/** Which side alone reads an event that is written. */
export type VisibleTo<Who extends EventReaders> = Who extends 'both'
  ? { visibleTo?: null }
  : Who extends 'vendor' | 'vendor and actor'
    ? { visibleTo: 'vendor' }
    : { visibleTo: ActorSide | null }

export type EventDefinition<
  Who extends EventReaders = EventReaders,
  Always extends EventFieldSchemas = EventFieldSchemas,
  Maybe extends EventFieldSchemas = EventFieldSchemas,
> = {
  readers: Who
  always: Always
  maybe: Maybe
  /** What the runner takes. */
  written: z.ZodType
  /** What a reader takes. */
  stored: z.ZodType
}

const changeOf = (value: z.ZodType) => z.strictObject({ before: value.nullable(), after: value.nullable() })
const storedChangeOf = (value: z.ZodType) => changeOf(z.union([value, inWords]))

const each = <Made>(values: EventFieldSchemas, make: (value: z.ZodType) => Made): Record<string, Made> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [field, make(value)]))

/**
 * One event of the catalogue.
 * @param always the fields that it always has
 * @param maybe those that it has where they changed
 */
export const defineEvent = <
  const Who extends EventReaders,
  Always extends EventFieldSchemas,
  Maybe extends EventFieldSchemas = Record<never, never>,
>(
  readers: Who,
  always: Always,
  maybe: Maybe,
): EventDefinition<Who, Always, Maybe> => ({
  readers,
  always,
  maybe,
  written: z.strictObject({
    ...each(always, changeOf),
    ...each(maybe, (value) => changeOf(value).optional()),
  }),
  stored: z.object(each({ ...always, ...maybe }, (value) => storedChangeOf(value).optional())),
})

/** An event that repeats the changes of another in reverse, and so may contain values in words. */
export const defineInverse = <const Who extends EventReaders, Maybe extends EventFieldSchemas>(
  readers: Who,
  maybe: Maybe,
): EventDefinition<Who, Record<never, never>, Maybe> & { isInverse: true } => {
  const definition = defineEvent(readers, {}, maybe)
  return { ...definition, written: definition.stored, isInverse: true }
}
