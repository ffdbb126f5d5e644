import type { SittingRule } from '../core/sittings.ts'
import type { ChosenLink } from './dependency-choice.ts'

export type TaskValues = {
  title: string
  /** `member:<id>`, `participant:<id>`, `placeholder:<name>`, or `else` with `ownerName`. */
  owner: string
  side: 'vendor' | 'customer' | 'both'
  durationDays: number | string
  /** Working days; blank where no one said. */
  atBest: number | string
  atWorst: number | string
  notBefore: string
  notAfter: string
  dependsOn: ChosenLink[]
  sittings: SittingRule | null
  private: boolean
}
