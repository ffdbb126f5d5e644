import { buttonAbout } from '#app/ui/button-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import type { KeyPerson, KeyPersonState } from './key-persons.ts'

export const keyPersonWords = {
  title: 'Key persons',
  hint: 'The champion is one, and so is everyone with a note. Mark others whose agreement this project needs.',
  mark: 'Mark as key person',
  unmark: 'Not a key person',
  write: 'Write a note',
}

export const markLabel = (name: string): string => buttonAbout(keyPersonWords.mark, name)
export const unmarkLabel = (name: string): string => buttonAbout(keyPersonWords.unmark, name)

/** How far what was heard from a person has come, for the vendor. */
export const keyPersonStates: Record<KeyPersonState, string> = {
  none: 'no note yet',
  draft: 'not shared yet',
  shared: 'not confirmed yet',
  confirmed: 'confirmed',
}

/** The same for the champion, who knows of what a colleague has confirmed alone. */
export const keyPersonStateFor = (side: 'vendor' | 'customer', state: KeyPersonState): string =>
  keyPersonStates[side === 'vendor' || state === 'confirmed' ? state : 'shared']

const namesOf = (people: readonly Pick<KeyPerson, 'name' | 'state'>[], states: readonly KeyPersonState[]) =>
  listWords(people.filter(({ state }) => states.includes(state)).map(({ name }) => name))

/** Which key persons have not confirmed: a sentence for each step, to the customer one. */
export function unconfirmedWords(
  side: 'vendor' | 'customer',
  people: readonly Pick<KeyPerson, 'name' | 'state'>[],
): string[] {
  if (side === 'customer') {
    const open = namesOf(people, ['none', 'draft', 'shared'])
    return open ? [`Not confirmed yet by ${open}.`] : []
  }
  const [none, draft, shared] = [namesOf(people, ['none']), namesOf(people, ['draft']), namesOf(people, ['shared'])]
  return [
    none && `Nothing written yet about ${none}.`,
    draft && `Not shared yet with ${draft}.`,
    shared && `Not confirmed yet by ${shared}.`,
  ].filter(Boolean)
}

export const keyPersonRefusals = {
  isChampion: (name: string): string => `${name} is the champion, who is always a key person.`,
}
