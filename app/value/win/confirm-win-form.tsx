import { textSizes } from '#app/kit/limits.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { numberText } from '#app/kit/read-number.ts'
import { compareWithTarget } from '#app/plan/terms/win-measure.ts'
import type { FirstWinView } from '#app/plan/view/plan-view.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, postedValue, replyTo, oneValue } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { Scale } from './scale.tsx'
import type { AudienceView } from '../value-words.ts'
import { WinCheck } from './win-check.tsx'
import type { ConfirmerView } from './win-emails.ts'
import { confirmWinWords, measuredValueHint, saveMeasurementWords, winCheckWords } from './win-words.ts'
import { MeasuredValueField } from './measured-value-field.tsx'

export type ConfirmWinFormProps = {
  keyFor: (intent: string) => string
  reply?: FormReply | null | undefined
  win: FirstWinView
  winVersion: number
  /** The value that was sent to be looked at, as it was understood; null before that. */
  checked: number | null
  project: string
  workspace: string
  account: string
  audience: AudienceView
  confirmer: ConfirmerView
  today: string
  /** Where someone says that it has not happened yet. */
  notYetAt: string
}

/**
 * Takes the measured value, its day and a sentence in the customer's own words, shows every email that will be sent, and only then confirms the
 * first win. Posts `measuredValue`, `reachedOn`, `statement`; once shown, also `checked`, `checkedOn` and `checkedStatement`, which were.
 */
export function ConfirmWinForm(props: ConfirmWinFormProps) {
  const { keyFor, reply, win, winVersion, checked, project, workspace, account, audience, confirmer, today } = props
  const reached = checked === null ? null : compareWithTarget(win, checked)
  const confirming = replyTo(reply, 'confirm-first-win')
  const statement = oneValue(postedValue(reply, 'statement'), win.statement)
  const reachedOn = oneValue(postedValue(reply, 'reachedOn'), today)
  const shown: Record<string, string> =
    checked === null ? {} : { checked: numberText(checked), checkedOn: reachedOn, checkedStatement: statement }
  return (
    <>
      <Form
        idempotencyKey={keyFor('confirm-first-win')}
        intent="confirm-first-win"
        reply={confirming}
        hidden={{ winVersion: String(winVersion), ...shown }}
      >
        <Scale measure={win.measure} unit={win.unit} baseline={win.baseline} target={win.target} />
        <div className="fields after-scale">
          <MeasuredValueField unit={win.unit} reply={reply} hint={measuredValueHint(win, today)} />
          <DateField
            name="reachedOn"
            label={measuringLabels.reachedOn}
            width="half"
            value={today}
            max={today}
            hint={confirmWinWords.reachedOnHint}
          />
          <TextArea
            name="statement"
            label={winCheckWords.statement}
            rows={2}
            value={win.statement}
            maxLength={textSizes.sentence}
            hint={confirmWinWords.statementHint}
          />
        </div>
        {checked !== null && reached !== null && (
          <WinCheck
            key={checked}
            {...{ win, reached, statement, project, account, workspace, audience, confirmer, today }}
            measured={checked}
            reachedOn={reachedOn || null}
          />
        )}
        <div className="acts">
          <SubmitButton>{checked === null ? confirmWinWords.continue : confirmWinWords.confirm}</SubmitButton>
          <ButtonLink to={props.notYetAt} tone="quiet">
            {confirmWinWords.notYet}
          </ButtonLink>
        </div>
      </Form>
      {checked !== null && reached !== 'met' && (
        <Form
          idempotencyKey={keyFor('record-measurement')}
          intent="record-measurement"
          reply={replyTo(reply, 'record-measurement')}
          hidden={{ measuredValue: numberText(checked), measuredOn: reachedOn }}
          className="save-measurement"
        >
          <p>{saveMeasurementWords(checked, win.unit)}</p>
          <SubmitButton tone="plain">{confirmWinWords.saveMeasurement}</SubmitButton>
        </Form>
      )}
    </>
  )
}
