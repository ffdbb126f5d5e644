import { firstWinRefusals } from './plan-refusal-words.ts'
/** ISO dates. */
type Dates = { criticalDate: string; winBy: string }
type Win = Dates & { baseline: number | null; target: number | null }

export type FirstWinFault = { field: 'winBy' | 'target'; message: string }

/** A first win comes on the critical date at the earliest. */
export const faultsOfWinDate = ({ criticalDate, winBy }: Dates): FirstWinFault[] =>
  winBy < criticalDate ? [{ field: 'winBy', message: firstWinRefusals.beforeCriticalDate }] : []

/** Where a plan's first win contradicts its critical date or itself, all at once; what is not known yet contradicts nothing. */
export const firstWinFaults = ({
  criticalDate,
  winBy,
  baseline,
  target,
}: Partial<{ [Key in keyof Win]: Win[Key] | null }>): FirstWinFault[] => [
  ...(criticalDate && winBy ? faultsOfWinDate({ criticalDate, winBy }) : []),
  ...(typeof target === 'number' && target === baseline
    ? [{ field: 'target', message: firstWinRefusals.targetReached } as const]
    : []),
]
