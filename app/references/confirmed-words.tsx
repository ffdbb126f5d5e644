import { amount, withUnit } from '#app/ui/amount-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { CoveredWords } from './model.ts'

/** The confirmed first win that a consent is about, word for word. */
export function ConfirmedWords({ win }: { win: Omit<CoveredWords, 'version'> }) {
  return (
    <figure className="confirmed-words">
      <blockquote className="quoted">{quoted(win.statement)}</blockquote>
      <figcaption>
        {win.measure}: from {amount(win.baseline)} to {withUnit(win.measured, win.unit)}. The target was{' '}
        {withUnit(win.target, win.unit)}.
      </figcaption>
    </figure>
  )
}
