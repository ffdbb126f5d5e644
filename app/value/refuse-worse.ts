import { fault } from '#app/runner/refusal.ts'
import { amount } from '#app/ui/words.ts'
import { isWorse } from './model.ts'

type Measure = { winBaseline: string; winTarget: string; winUnit: string }

/** @throws Refusal 422 on `confirmWorse`, to ask once more, when the value is worse than the baseline and nobody said yes to that */
export function refuseWorse(
  { winBaseline, winTarget, winUnit }: Measure,
  { measuredValue, confirmWorse }: { measuredValue: number; confirmWorse: boolean },
): void {
  if (confirmWorse || !isWorse({ baseline: Number(winBaseline), target: Number(winTarget) }, measuredValue)) return
  throw fault(
    'confirmWorse',
    `${amount(measuredValue)} ${winUnit} is worse than where it began (${amount(Number(winBaseline))}). Send it once more if it is right.`,
  )
}
