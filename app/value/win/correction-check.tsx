import { readNumber } from '#app/kit/read-number.ts'
import { resultWords } from '#app/references/reference-words.ts'
import { type FormReply, faultsOf, postedValue, oneValue } from '#app/ui/form-reply.ts'
import { AskedCheck } from '#app/ui/asked-check.tsx'
import { ConfirmWorse } from './win-check.tsx'
import { correctWinWords, correctedWords, winCheckWords } from './win-words.ts'

type Reply = FormReply | null | undefined

/** Whether a box was asked for, or ticked, in the form that was answered. */
const shows = (reply: Reply, field: 'wordsHold' | 'confirmWorse' | 'unitHolds'): boolean =>
  postedValue(reply, field) !== undefined || faultsOf(reply).some((fault) => fault.field === field)

/** Whether the last answer asks to confirm the corrected value. */
export const isCorrectionAsked = (reply: Reply): boolean =>
  shows(reply, 'wordsHold') || shows(reply, 'confirmWorse') || shows(reply, 'unitHolds')

type CorrectionCheckProps = { reply: Reply; account: string; /** Who gets the correction, in words. */ told: string }

/** What will be sent and who will be told, before a correction that is asked about is saved. */
export function CorrectionCheck({ reply, account, told }: CorrectionCheckProps) {
  const result = correctedResult(reply)
  return (
    <section className="win-check" aria-label={winCheckWords.label}>
      <h2>{winCheckWords.sent}</h2>
      <p>
        <b>{correctedWords(account, oneValue(postedValue(reply, 'statement'), ''))}</b>
      </p>
      {result && <p>{resultWords(result)}</p>}
      {shows(reply, 'unitHolds') && <AskedCheck name="unitHolds" label={correctWinWords.unitHolds} />}
      {shows(reply, 'wordsHold') && <AskedCheck name="wordsHold" label={winCheckWords.stillTrue} />}
      {shows(reply, 'confirmWorse') && <ConfirmWorse />}
      <h2>{winCheckWords.recipients}</h2>
      <p>{told}</p>
    </section>
  )
}

/** The corrected result as it was posted; null where a number can be read in two ways. */
function correctedResult(reply: Reply) {
  const text = (field: string) => oneValue(postedValue(reply, field), '')
  const number = (field: string) => {
    const read = readNumber(text(field))
    return read && 'value' in read ? read.value : null
  }
  const [baseline, target, measured] = [number('baseline'), number('target'), number('measuredValue')]
  if (baseline === null || target === null || measured === null) return null
  return { measure: text('measure'), unit: text('unit'), baseline, target, measured }
}
