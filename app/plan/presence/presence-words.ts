import { isolateDirection } from '#app/kit/plain-text.ts'
import { factsWords } from '#app/ui/name-words.ts'
import type { EditedField } from './told-presence.ts'

export const hereNowWords = {
  here: 'here now',
  /** The button that opens the list of names. */
  label: (names: readonly string[], more: number): string => `Here now: ${factsWords([...names, ...moreFacts(more)])}`,
  title: 'Here now',
  /** Those who have no room. */
  uncounted: (more: number): string => `+${more}`,
  more: (more: number): string => (more === 1 ? '1 more person' : `${more} more people`),
}

const moreFacts = (more: number): string[] => (more > 0 ? [`${more} more`] : [])

/** In a row, what someone else edits there. */
export const editingWords = ({ name, field }: { name: string; field: EditedField }): string =>
  editingSentences[field](isolateDirection(name))

const editingSentences: Record<EditedField, (name: string) => string> = {
  title: (name) => `${name} is editing the title`,
  side: (name) => `${name} is changing the side`,
  owner: (name) => `${name} is choosing the owner`,
  dates: (name) => `${name} is editing the dates`,
  status: (name) => `${name} is changing the status`,
  task: (name) => `${name} is editing this task`,
}
