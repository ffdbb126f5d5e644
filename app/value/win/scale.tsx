import { amount, unitOf } from '#app/ui/amount-words.ts'

export type ScaleProps = { measure: string; unit: string; baseline: number; target: number }

/** From the value before to the value that counts as the win. */
export function Scale({ measure, unit, baseline, target }: ScaleProps) {
  return (
    <div className="scale">
      <div className="n">
        {amount(baseline)}
        <small>{unitOf(baseline, unit)}, baseline</small>
      </div>
      <div className="track">
        <small>{measure}</small>
      </div>
      <div className="n">
        {amount(target)}
        <small>{unitOf(target, unit)}, target</small>
      </div>
    </div>
  )
}
