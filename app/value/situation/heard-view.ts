import type { SituationValues } from './heard-sentences.ts'

export type HeardView = SituationValues & {
  id: string
  /** Whose situation it is. */
  person: string
  /** The day that the person said it is right; null until then. */
  confirmedOn: string | null
  /** Whether the reader is that person. */
  mine: boolean
}
