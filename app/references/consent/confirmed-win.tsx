import { quoted } from '#app/ui/name-words.ts'
import type { CoveredWords } from '../model.ts'
import { resultWords } from '../reference-words.ts'

/** The confirmed first win that a consent is about, word for word. */
export function ConfirmedWin({ win }: { win: Omit<CoveredWords, 'version'> }) {
  return (
    <figure className="confirmed-words">
      <blockquote className="quoted">{quoted(win.statement)}</blockquote>
      <figcaption>{resultWords(win)}</figcaption>
    </figure>
  )
}
