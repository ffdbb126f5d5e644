import type { AdviceView } from './plan-view.ts'

type AdviceGroup = { heading: string; advice: AdviceView[] }

/** Advice that keeps the dates of the plan's goals, apart from advice that moves one of them. */
export function adviceGroups(advice: readonly AdviceView[]): AdviceGroup[] {
  const moves = ({ edits }: AdviceView) => edits.some(({ field }) => field === 'criticalDate' || field === 'winBy')
  const groups = [
    { heading: 'Any of these keeps the date:', advice: advice.filter((one) => !moves(one)) },
    { heading: 'Or agree on a later date:', advice: advice.filter(moves) },
  ]
  return groups.filter((group) => group.advice.length > 0)
}
