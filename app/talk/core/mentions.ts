import type { Person } from './person.ts'

type Named = Pick<Person, 'id' | 'name'>

/** A mention within a text: where its name begins after the @, how long the name is, and who is meant. */
type Mention<Someone extends Named> = { at: number; length: number; people: Someone[] }

/** An @ that does not stand within an address or a word. */
const marks = /(?<![\p{L}\p{N}._%+@-])@(?=\p{L})/gu

/** A text by which names are compared in any case. */
export const inAnyCase = (text: string): string => text.toLocaleLowerCase('en-GB')

/** So many @ of a text are looked at: far more than anyone writes, and few enough that a page full of them is shown at once. */
const mostMarks = 100

/** How a text begins, in any case; each length is made once, for all names that are so long. */
function beginningOf(text: string) {
  const made = new Map<number, string>()
  const beginning = (length: number): string => {
    const found = made.get(length) ?? inAnyCase(text.slice(0, length))
    made.set(length, found)
    return found
  }
  /** Whether it begins with this name, and the name ends there. */
  return (name: Name): boolean =>
    beginning(name.length) === name.inAnyCase && !/^[\p{L}\p{N}]/u.test(text.slice(name.length, name.length + 2))
}

type Name = { length: number; inAnyCase: string }
const nameOf = (text: string): Name => ({ length: text.length, inAnyCase: inAnyCase(text) })

const firstNameOf = (name: string): string => name.split(' ')[0] ?? name

/**
 * The mentions of a text, in its order: an @ and a person's name, or a first name that only one of the people has. The longest name
 * counts, and namesakes are meant together.
 */
export function findMentions<Someone extends Named>(text: string, people: readonly Someone[]): Mention<Someone>[] {
  const marked = [...text.matchAll(marks)].slice(0, mostMarks)
  if (marked.length === 0) return []
  const named = people.map((person) => ({
    person,
    whole: nameOf(person.name),
    first: nameOf(firstNameOf(person.name)),
  }))
  return marked.flatMap(({ index }) => {
    const at = index + 1
    const isNext = beginningOf(text.slice(at))
    const meant = named.filter(({ whole }) => isNext(whole))
    const length = Math.max(0, ...meant.map(({ whole }) => whole.length))
    if (length > 0)
      return [{ at, length, people: meant.flatMap(({ person, whole }) => (whole.length === length ? [person] : [])) }]
    const [only, ...others] = named.filter(({ first }) => isNext(first))
    return only && others.length === 0 ? [{ at, length: only.first.length, people: [only.person] }] : []
  })
}

/** Everyone mentioned in a text, each once. */
export const mentionedIn = <Someone extends Named>(text: string, people: readonly Someone[]): Someone[] => [
  ...new Set(findMentions(text, people).flatMap((mention) => mention.people)),
]
