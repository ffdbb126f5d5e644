import type { KeyPersonState } from './key-persons.ts'

/** Someone of the plan: how far what was heard has come where the person is a key person, and whether that is by a mark. */
export type KeyPersonRow = {
  id: string
  name: string
  role: string
  state: KeyPersonState | null
  isMarked: boolean
}
