import { amount, unitOf } from '#emails/parts/amounts.ts'
import { scaleBaselineWords, scaleTargetWords } from './scale-words.ts'

export type ScaleProps = { measure: string; unit: string; baseline: number; target: number }

/** From the value before to the value that counts as the win. */
export function Scale({ measure, unit, baseline, target }: ScaleProps) {
  return (
    <div className="scale">
      <div className="n">
        {amount(baseline)}
        <small>{scaleBaselineWords(unitOf(baseline, unit))}</small>
      </div>
      <div className="track">
        <small>{measure}</small>
      </div>
      <div className="n">
        {amount(target)}
        <small>{scaleTargetWords(unitOf(target, unit))}</small>
      </div>
    </div>
  )
}
