import { isolateDirection } from '#app/kit/plain-text.ts'
import { factsWords, listWords } from '#emails/parts/list-words.ts'
import type { EditedField, ToldEdit } from './told-presence.ts'

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

/** In a row, what others edit there. */
export function editingWords({ names, more, field }: Pick<ToldEdit, 'names' | 'more' | 'field'>): string {
  const who = listWords([...names.map(isolateDirection), ...moreFacts(more)])
  return editingSentences[field](names.length + more === 1 ? `${who} is` : `${who} are`)
}

const editingSentences: Record<EditedField, (whoIs: string) => string> = {
  title: (whoIs) => `${whoIs} editing the title`,
  side: (whoIs) => `${whoIs} changing the side`,
  owner: (whoIs) => `${whoIs} choosing the owner`,
  dates: (whoIs) => `${whoIs} editing the dates`,
  status: (whoIs) => `${whoIs} changing the status`,
  task: (whoIs) => `${whoIs} editing this task`,
}
