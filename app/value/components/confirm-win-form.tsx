import type { FirstWinView } from '#app/plan/view.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/text-field.tsx'
import { amount, longDate, quoted } from '#app/ui/words.ts'
import { Scale } from './scale.tsx'

export type ConfirmWinFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  win: FirstWinView
  today: string
  cancelTo: string
  /** The value confirmed before, when it is being corrected. */
  correcting?: number
}

/** Whether the last answer asks once more, because the value is worse than where it began. */
const asksOnceMore = (reply: FormReply | null | undefined) =>
  reply?.status === 'invalid' && reply.faults.some((fault) => fault.field === 'confirmWorse')

/**
 * Records what was measured and confirms the first win. Posts `measuredValue`; after the answer named a fault of
 * `confirmWorse`, also `confirmWorse=yes`.
 */
export function ConfirmWinForm({ idempotencyKey, reply, win, today, cancelTo, correcting }: ConfirmWinFormProps) {
  const again = asksOnceMore(reply)
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent={correcting === undefined ? 'confirm-first-win' : 'correct-first-win'}
      reply={reply}
      hidden={again ? { confirmWorse: 'yes' } : {}}
      seen={correcting === undefined ? {} : { measuredValue: String(correcting) }}
    >
      <blockquote className="quoted">{quoted(win.statement)}</blockquote>
      <Scale measure={win.measure} unit={win.unit} baseline={win.baseline} target={win.target} />
      <div className="fields after-scale">
        <NumberField
          name="measuredValue"
          label="Measured value"
          step="any"
          width="half"
          value={correcting ?? ''}
          hint={`In ${win.unit}. It was ${amount(win.baseline)}, agreed is ${amount(win.target)} by ${longDate(win.winBy, today)}.`}
        />
      </div>
      <div className="acts">
        <SubmitButton>{correcting === undefined ? 'Confirm first win' : 'Correct the value'}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          Not yet
        </ButtonLink>
      </div>
    </Form>
  )
}
