/** A task at the other end of a dependency: with a page to open, where the reader may see more than that there is one. */
export type LinkedTask = {
  id: string
  title: string
  /** How the one waits for the other, in words; empty for the ordinary way. */
  terms: string
  isOpen: boolean
  /** The reader's own side keeps it to itself. */
  isPrivate: boolean
  when: string
}
