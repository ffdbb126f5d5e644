import { firstWinRefusals } from './plan-refusal-words.ts'
/** ISO dates. */
type Dates = { criticalDate: string; winBy: string }
type Win = Dates & { baseline: number; target: number }

export type FirstWinFault = { field: 'winBy' | 'target'; message: string }

/** A first win comes on the critical date at the earliest. */
export const faultsOfWinDate = ({ criticalDate, winBy }: Dates): FirstWinFault[] =>
  winBy < criticalDate ? [{ field: 'winBy', message: firstWinRefusals.beforeCriticalDate }] : []

/** Where a plan's first win contradicts its critical date or itself, all at once; what is not known yet contradicts nothing. */
export const firstWinFaults = ({ criticalDate, winBy, baseline, target }: Partial<Win>): FirstWinFault[] => [
  ...(criticalDate !== undefined && winBy !== undefined ? faultsOfWinDate({ criticalDate, winBy }) : []),
  ...(target !== undefined && target === baseline
    ? [{ field: 'target', message: firstWinRefusals.targetReached } as const]
    : []),
]
