import { numberText } from '#app/kit/read-number.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import type { FirstWinView } from '#app/plan/view/plan-view.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, postedValue, replyTo, oneValue } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { Scale } from './scale.tsx'
import type { AudienceView } from '../value-words.ts'
import { WinCheck } from './win-check.tsx'
import { confirmWinWords, measuredValueHint, saveMeasurementWords } from './win-words.ts'
import { winFieldWords } from './win-field-words.ts'

export type ConfirmWinFormProps = {
  keyFor: (intent: string) => string
  reply?: FormReply | null | undefined
  win: FirstWinView
  winVersion: number
  /** The value that was sent to be looked at, as it was understood; null before that. */
  checked: number | null
  workspace: string
  account: string
  audience: AudienceView
  today: string
  cancelTo: string
}

/**
 * Records the measured value, shows what will be sent and who will be told, and only then confirms the first win. Posts
 * `measuredValue`; once shown, also `checked`, the value that was checked.
 */
export function ConfirmWinForm(props: ConfirmWinFormProps) {
  const { keyFor, reply, win, winVersion, checked, workspace, account, audience, today, cancelTo } = props
  const reached = checked === null ? null : compareWithTarget(win, checked)
  const confirming = replyTo(reply, 'confirm-first-win')
  return (
    <>
      <Form
        idempotencyKey={keyFor('confirm-first-win')}
        intent="confirm-first-win"
        reply={confirming}
        hidden={{ winVersion: String(winVersion), ...(checked === null ? {} : { checked: numberText(checked) }) }}
      >
        <blockquote className="quoted">{quoted(win.statement)}</blockquote>
        <Scale measure={win.measure} unit={win.unit} baseline={win.baseline} target={win.target} />
        <div className="fields after-scale">
          <NumberField
            name="measuredValue"
            label={winFieldWords.measuredValue}
            decimals
            unit={win.unit}
            width="half"
            value={oneValue(postedValue(reply, 'measuredValue'), '')}
            hint={measuredValueHint(win, today)}
          />
        </div>
        {checked !== null && reached !== null && (
          <WinCheck
            key={checked}
            win={win}
            measured={checked}
            reached={reached}
            account={account}
            workspace={workspace}
            audience={audience}
          />
        )}
        <div className="acts">
          <SubmitButton>{checked === null ? confirmWinWords.continue : confirmWinWords.confirm}</SubmitButton>
          <ButtonLink to={cancelTo} tone="quiet">
            {confirmWinWords.notYet}
          </ButtonLink>
        </div>
      </Form>
      {checked !== null && reached !== 'met' && (
        <Form
          idempotencyKey={keyFor('record-measurement')}
          intent="record-measurement"
          reply={replyTo(reply, 'record-measurement')}
          hidden={{ measuredValue: numberText(checked) }}
          className="save-measurement"
        >
          <p>{saveMeasurementWords(checked, win.unit)}</p>
          <SubmitButton tone="plain">{confirmWinWords.saveMeasurement}</SubmitButton>
        </Form>
      )}
    </>
  )
}
