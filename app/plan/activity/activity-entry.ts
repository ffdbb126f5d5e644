export type ActivityEntry = {
  number: number
  /** Whether undoing it can still be tried. */
  mayBeUndone: boolean
  /** A moment, ISO. */
  at: string
  /** Date and time in the plan's zone, as they read: "15 September, 14:02". */
  when: string
  by: string
  side: 'vendor' | 'customer' | null
  /** Who did what, null standing for the name: null, " changed “Contract at Legal”". */
  sentence: readonly (string | null)[]
  /** The version that both sides agreed to by this. */
  agreedNumber: number | null
  changes: { label: string; before: string; after: string }[]
  /** The other side does not know of it. */
  isPrivate: boolean
}

/** What an entry says, as a text: "Mara Keller changed “Contract at Legal”". */
export const entryText = ({ sentence, by }: Pick<ActivityEntry, 'sentence' | 'by'>): string =>
  sentence.map((part) => part ?? by).join('')
