import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { isolateDirection, withoutOuterQuotes } from '#app/kit/plain-text.ts'
import { sentenceParts } from './sentence-parts.ts'

/** Formats names and quotes. */

/** What people typed, in quotes, without quotes that they typed themselves. */
export const quoted = (text: string): string => `“${isolateDirection(withoutOuterQuotes(text))}”`

/** One visible character, with combining marks and whole emoji. Not by Intl.Segmenter, which older browsers lack. */
const letter = /^(?:\p{Regional_Indicator}{2}|.(?:\p{M}|\p{Emoji_Modifier}|\u200d.){0,12})/u
const firstLetter = (word: string | undefined): string => letter.exec(word ?? '')?.[0] ?? ''

/** The first letter of a name, as a capital: "P". */
export const initial = (name: string): string =>
  firstLetter(withoutDirectionMarks(name).trim()).toLocaleUpperCase('en-GB')

/** The first letters of the first and last word: "PR". */
export function initials(name: string): string {
  const [first, ...rest] = withoutDirectionMarks(name).trim().split(/\s+/)
  return (firstLetter(first) + firstLetter(rest.at(-1))).toLocaleUpperCase('en-GB')
}

/** "Brightline’s", "Halden Foods’". */
export const possessive = (name: string): string => `${isolateDirection(name)}${/s$/i.test(name) ? '’' : '’s'}`

/** The first word with a capital letter; the rest as it is. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1)

/** A plan in a list, a title or a sentence: "Halden Foods: Line 3 monitoring". */
export const planNameWords = ({ account, project }: { account: string; project: string }): string =>
  `${account}: ${project}`

/** What a side is called that is both. */
export const bothCompanies = 'Both companies'

/** Items one after the other, as they are typed into a field: "a.example, b.example". */
export const typedList = (items: readonly string[]): string => items.join(', ')

/** A person with an address or a job title: "Priya Raman, Head of accounting". */
export const personWithWords = (name: string, more: string): string => (more ? `${name}, ${more}` : name)

/** The same with the name as an element. */
export const personWithParts = <Name>(name: Name, more: string) => sentenceParts`${name}, ${more}`
