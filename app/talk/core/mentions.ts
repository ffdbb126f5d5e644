import type { Person } from './person.ts'

type Named = Pick<Person, 'id' | 'name'>

/** A mention within a text: where its name begins after the @, how long the name is, and who is meant. */
type Mention<Someone extends Named> = { at: number; length: number; people: Someone[] }

/** An @ that does not stand within an address or a word. */
const marks = /(?<![\p{L}\p{N}._%+@-])@(?=\p{L})/gu

/** A text by which names are compared in any case. */
export const inAnyCase = (text: string): string => text.toLocaleLowerCase('en-GB')

/** Whether a text begins with this name, in any case, and the name ends there. */
const startsWith = (text: string, name: string): boolean =>
  inAnyCase(text.slice(0, name.length)) === inAnyCase(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length))

const firstNameOf = ({ name }: Named): string => name.split(' ')[0] ?? name

/**
 * The mentions of a text, in its order: an @ and a person's name, or a first name that only one of the people has. The longest name
 * counts, and namesakes are meant together.
 */
export function findMentions<Someone extends Named>(text: string, people: readonly Someone[]): Mention<Someone>[] {
  return [...text.matchAll(marks)].flatMap(({ index }) => {
    const at = index + 1
    const rest = text.slice(at)
    const length = Math.max(0, ...people.filter(({ name }) => startsWith(rest, name)).map(({ name }) => name.length))
    if (length > 0)
      return [{ at, length, people: people.filter(({ name }) => name.length === length && startsWith(rest, name)) }]
    const [only, ...others] = people.filter((person) => startsWith(rest, firstNameOf(person)))
    return only && others.length === 0 ? [{ at, length: firstNameOf(only).length, people: [only] }] : []
  })
}

/** Everyone mentioned in a text, each once. */
export const mentionedIn = <Someone extends Named>(text: string, people: readonly Someone[]): Someone[] => [
  ...new Set(findMentions(text, people).flatMap((mention) => mention.people)),
]
