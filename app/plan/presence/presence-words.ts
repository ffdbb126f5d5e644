import { factsWords } from '#app/ui/name-words.ts'

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
