import { pastedTitles } from '#app/plan/core/pasted-titles.ts'
import { bounds, textSizes } from '#app/kit/limits.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import type { Option } from '#app/ui/option.ts'
import { capital } from '#app/ui/name-words.ts'
import { dueInLine } from './due-in-line.ts'

/** A line of notes as a task that someone may accept. */
export type ProposedTask = {
  /** The line. */
  text: string
  title: string
  /** Who the line names, as a form posts an owner; empty where it names no one on the plan. */
  owner: string
  notAfter: IsoDate | null
}

/** What begins a line of a list, or says that it is something to do. */
const listMark = /^\s*(?:[-*•‣▪◦–→]|\d{1,3}[.)]|\[ ?\])\s+/u
const saysAction =
  /^(?:action(?: items?)?|to-?\s?do|task|next step|ap|ai|aufgabe|tâche|à faire)\s*(?:[:–-]\s*|\s(?=@))/iu
const isTicked = /^\s*(?:[-*]\s+)?\[[xX]\]/u
const isHeading = /^\s*#|:\s*$/u

const linesOf = (notes: string): string[] => notes.split(/\r\n?|\n/)

const isAction = (line: string) => listMark.test(line) || saysAction.test(line.trim()) || /(?:^|\s)@\p{L}/u.test(line)

/** The notes without one of their lines. */
export const withoutLine = (notes: string, line: number): string =>
  linesOf(notes)
    .filter((_, at) => at !== line)
    .join('\n')

/**
 * The tasks that notes name: the items of their lists and what is marked as something to do; where there is neither, every line. Pure.
 * @param people who may be in charge, by name
 */
export function proposedTasks(
  notes: string,
  { people, today }: { people: readonly Option[]; today: IsoDate },
): ProposedTask[] {
  const open = linesOf(notes).filter((text) => text.trim() !== '' && !isTicked.test(text))
  const marked = open.filter(isAction)
  const meant = marked.length > 0 ? marked : open.filter((text) => !isHeading.test(text))
  return meant.slice(0, bounds.pastedTasks).flatMap((text) => {
    const plain = (pastedTitles(text.replace(/^\s*→\s*/u, ''))[0] ?? '').replace(saysAction, '')
    const { rest, notAfter } = dueInLine(plain, today)
    const { title, owner } = ownerInLine(rest, people)
    const said = capital(title.replace(/\s+/g, ' ').replace(/^[\s:,–-]+|[\s:,;–-]+$/gu, ''))
    return said === '' ? [] : [{ text, title: said.slice(0, textSizes.title), owner, notAfter }]
  })
}

const plainName = (name: string) => name.toLocaleLowerCase('en-GB').trim()

/** The person of this name or first name; none where there are two. */
function personNamed(people: readonly Option[], name: string): Option | null {
  const [whole, first] = [plainName(name), (text: string) => plainName(text).split(/\s+/)[0]]
  const same = people.filter(({ text }) => plainName(text) === whole)
  const found = same.length > 0 ? same : people.filter(({ text }) => first(text) === whole)
  return found.length === 1 ? (found[0] ?? null) : null
}

const name = String.raw`\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2}`
/** Where a name may stand: "@Ana", "Ana Lind: …", "Ana to send …", "… (Ana)", "… – Ana". What is left of the line is the task. */
const places = [
  new RegExp(String.raw`^(?<before>.*?)@(?<name>${name})[:,]?(?<after>.*)$`, 'u'),
  new RegExp(String.raw`^(?<before>)(?<name>${name})\s*[:–-]\s*(?<after>.+)$`, 'u'),
  new RegExp(
    String.raw`^(?<before>)(?<name>${name})\s(?:to|will|should|must|soll|wird|macht|doit|va)\s(?<after>.+)$`,
    'u',
  ),
  new RegExp(String.raw`^(?<before>.+?)\s*\((?<name>${name})\)(?<after>.*)$`, 'u'),
  new RegExp(String.raw`^(?<before>.+?)\s[–-]\s(?<name>${name})(?<after>)$`, 'u'),
]

function ownerInLine(line: string, people: readonly Option[]): { title: string; owner: string } {
  for (const place of places) {
    const { before = '', name: found = '', after = '' } = place.exec(line)?.groups ?? {}
    // A name may be followed by a word with a capital letter.
    const words = found.split(' ')
    for (let length = words.length; length > 0 && found !== ''; length--) {
      const person = personNamed(people, words.slice(0, length).join(' '))
      if (person) return { title: `${before} ${words.slice(length).join(' ')} ${after}`, owner: person.value }
    }
  }
  return { title: line, owner: '' }
}
