import type { AdviceView } from '../view/plan-view.ts'
import { adviceGroupWords } from './advice-group-words.ts'

type AdviceGroup = { heading: string; advice: AdviceView[] }

/** Advice that keeps the dates of the plan's goals, apart from advice that moves one of them. */
export function adviceGroups(advice: readonly AdviceView[]): AdviceGroup[] {
  const moves = ({ edits }: AdviceView) => edits.some(({ field }) => field === 'criticalDate' || field === 'winBy')
  const groups = [
    { heading: adviceGroupWords.keep, advice: advice.filter((one) => !moves(one)) },
    { heading: adviceGroupWords.postpone, advice: advice.filter(moves) },
  ]
  return groups.filter((group) => group.advice.length > 0)
}
