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
  /** What was done, in words: "changed Contract at Legal". */
  what: string
  /** The version that both sides agreed to by this. */
  agreedNumber: number | null
  changes: { label: string; before: string; after: string }[]
  /** The other side does not know of it. */
  isPrivate: boolean
}
