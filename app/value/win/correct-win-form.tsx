import { numberText } from '#app/kit/read-number.ts'
import type { FirstWinView } from '#app/plan/view/plan-view.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { CorrectionCheck, isCorrectionAsked } from './correction-check.tsx'
import { textSizes } from '#app/kit/limits.ts'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { correctionWords, correctWinWords } from './win-words.ts'
import { winFieldWords } from './win-field-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'

export type CorrectWinFormProps = {
  keyFor: (intent: string) => string
  reply?: FormReply | null | undefined
  /** What was confirmed. */
  win: FirstWinView
  measured: number
  /** The day on which it happened; null where no one has said. */
  reachedOn: string | null
  today: string
  workspace: string
  account: string
  /** How the reference stands: a consent covers the words as they are. */
  answer: ReferenceAnswer
  cancelTo: string
}

/** Corrects what was confirmed; unchanged fields stay. Posts the words, the figures and `measuredValue`. */
export function CorrectWinForm({
  keyFor,
  reply,
  win,
  measured,
  reachedOn,
  today,
  workspace,
  account,
  answer,
  cancelTo,
}: CorrectWinFormProps) {
  const { statement, measure, unit } = win
  const figures = {
    baseline: numberText(win.baseline),
    target: numberText(win.target),
    measuredValue: numberText(measured),
  }
  const correcting = replyTo(reply, 'correct-first-win')
  const told = correctionWords(workspace, answer)
  return (
    <Form
      idempotencyKey={keyFor('correct-first-win')}
      intent="correct-first-win"
      reply={correcting}
      seen={{ statement, measure, unit, ...figures, reachedOn: reachedOn ?? '' }}
    >
      <div className="fields">
        <NumberField
          name="measuredValue"
          label={winFieldWords.measuredValue}
          decimals
          unit={{ field: 'unit' }}
          width="half"
          value={figures.measuredValue}
        />
        <TextField name="unit" label={termLabels.unit} width="half" value={unit} maxLength={textSizes.unit} />
        <TextArea
          name="statement"
          label={termLabels.statement}
          rows={2}
          value={statement}
          maxLength={textSizes.sentence}
        />
        <TextField name="measure" label={termLabels.measure} value={measure} maxLength={textSizes.measure} />
        <NumberField
          name="baseline"
          label={termLabels.baseline}
          decimals
          unit={{ field: 'unit' }}
          width="half"
          value={figures.baseline}
        />
        <NumberField
          name="target"
          label={termLabels.target}
          decimals
          unit={{ field: 'unit' }}
          width="half"
          value={figures.target}
        />
        <DateField
          name="reachedOn"
          label={measuringLabels.reachedOn}
          width="half"
          value={reachedOn ?? ''}
          max={today}
          optional
        />
      </div>
      {isCorrectionAsked(correcting) ? (
        <CorrectionCheck reply={correcting} account={account} told={told} />
      ) : (
        <p className="fine after-fields">{told}</p>
      )}
      <div className="acts">
        <SubmitButton>{correctWinWords.save}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
