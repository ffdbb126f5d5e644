import { amount, unitOf } from '#app/ui/amount-words.ts'

export type ScaleProps = { measure: string; unit: string; baseline: number; target: number }

/** From what is measured today to what was agreed. */
export function Scale({ measure, unit, baseline, target }: ScaleProps) {
  return (
    <div className="scale">
      <div className="n">
        {amount(baseline)}
        <small>{unitOf(baseline, unit)}, now</small>
      </div>
      <div className="track">
        <small>{measure}</small>
      </div>
      <div className="n">
        {amount(target)}
        <small>{unitOf(target, unit)}, agreed</small>
      </div>
    </div>
  )
}
