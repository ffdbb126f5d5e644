import type { MentionablePerson } from '../core/conversation-view.ts'
import { inAnyCase } from '../core/mentions.ts'

/** A mention that is being typed: where its @ stands, and what follows it up to the caret. */
export type TypedMention = { at: number; text: string }

const most = 6

/** The mention that ends at the caret; null where none is being typed. */
export function typedMention(text: string, caret: number): TypedMention | null {
  const found = /(?<![\p{L}\p{N}._%+@-])@([\p{L}\p{M}’'.-]*(?: [\p{L}\p{M}’'.-]*)?)$/u.exec(text.slice(0, caret))
  return found ? { at: found.index, text: found[1] ?? '' } : null
}

/** The people whose name, or a part of it, begins with what was typed; none where a whole name stands there already. */
export function suggestionsFor(people: readonly MentionablePerson[], typed: string): MentionablePerson[] {
  const start = inAnyCase(typed)
  if (people.some(({ name }) => inAnyCase(name) === start.trim())) return []
  return people
    .filter(
      ({ name }) =>
        inAnyCase(name).startsWith(start) ||
        inAnyCase(name)
          .split(' ')
          .some((part) => part.startsWith(start)),
    )
    .slice(0, most)
}
