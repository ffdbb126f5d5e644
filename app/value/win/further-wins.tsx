import { textSizes } from '#app/kit/limits.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { termLabels } from '#app/plan/core/terms-words.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { quoted } from '#app/ui/name-words.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { furtherWinConfirmedWords, furtherWinRefusals, furtherWinWords } from './further-win-words.ts'
import type { FurtherWinView } from './list-further-wins.server.ts'
import { MeasurementList } from './measurement-list.tsx'
import { MeasureForm } from './result-forms.tsx'
import { measureInUnitWords } from './results-words.ts'
import { ConfirmWorse } from './win-check.tsx'
import { WinChart } from './win-chart.tsx'
import { MeasuredValueField } from './measured-value-field.tsx'

export type FurtherWinsProps = {
  wins: readonly FurtherWinView[]
  may: { addWin: boolean; measureWin: boolean; confirmWin: boolean; removeMeasured: boolean }
  lead: string
  start: IsoDate
  today: string
  keyFor: KeyFor
  reply?: FormReply | null | undefined
}

/** Wins besides the first one, each with its chart and values, and the forms that define, measure and confirm them. */
export function FurtherWins(props: FurtherWinsProps) {
  const { wins, may, keyFor, reply } = props
  if (wins.length === 0 && !may.addWin) return null
  const adding = replyTo(reply, 'add-further-win')
  return (
    <section className="panel further-wins" id="other-wins">
      <h2>{furtherWinWords.title}</h2>
      {wins.length === 0 && <p className="fine">{furtherWinWords.none}</p>}
      {wins.map((win) => (
        <FurtherWin key={win.id} win={win} {...props} />
      ))}
      {may.addWin && (
        <details className="no-print" open={adding?.status === 'invalid'}>
          <summary className="btn">{furtherWinWords.add}</summary>
          <Form idempotencyKey={keyFor('add-further-win')} intent="add-further-win" reply={adding}>
            <div className="fields">
              <TextArea name="statement" label={furtherWinWords.statement} rows={2} maxLength={textSizes.sentence} />
              <TextField name="measure" label={termLabels.measure} width="half" maxLength={textSizes.measure} />
              <TextField name="unit" label={termLabels.unit} width="half" maxLength={textSizes.unit} />
              <NumberField name="baseline" label={termLabels.baseline} width="half" decimals unit={{ field: 'unit' }} />
              <NumberField name="target" label={termLabels.target} width="half" decimals unit={{ field: 'unit' }} />
              <DateField name="winBy" label={termLabels.winBy} width="half" optional />
            </div>
            <div className="acts">
              <SubmitButton>{furtherWinWords.save}</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </section>
  )
}

function FurtherWin({ win, may, lead, start, today, keyFor, reply }: FurtherWinsProps & { win: FurtherWinView }) {
  const { id, statement, unit, confirmed } = win
  const own = postedValue(reply, 'winId') === id ? reply : null
  const measured = confirmed
    ? [...win.measurements, { measured: confirmed.measured, on: confirmed.reachedOn }]
    : win.measurements
  const isMeasuredByOthers = win.measurements.length > 0 && !may.removeMeasured
  const measuring = replyTo(own, 'record-measurement')
  const confirming = replyTo(own, 'confirm-further-win')
  return (
    <article aria-label={statement}>
      <blockquote className="quoted">{quoted(statement)}</blockquote>
      <p className="fine">{measureInUnitWords(win.measure, unit)}</p>
      <WinChart win={{ ...win, winBy: win.winBy ?? today }} {...{ measured, start, today }} />
      {confirmed && <p>{furtherWinConfirmedWords({ ...confirmed, unit }, today)}</p>}
      <MeasurementList
        measurements={win.measurements}
        unit={unit}
        today={today}
        keyFor={may.measureWin && !confirmed ? keyFor : null}
        reply={reply}
      />
      <div className="acts no-print">
        {may.measureWin && !confirmed && (
          <details open={measuring?.status === 'invalid'}>
            <summary className="btn">{furtherWinWords.measure}</summary>
            <MeasureForm keyFor={(intent) => keyFor(intent, id)} reply={measuring} {...{ unit, today }} winId={id} />
          </details>
        )}
        {may.confirmWin && !confirmed && (
          <details open={confirming?.status === 'invalid'}>
            <summary className="btn">{furtherWinWords.confirm}</summary>
            <Form
              idempotencyKey={keyFor('confirm-further-win', id)}
              intent="confirm-further-win"
              reply={confirming}
              hidden={{ winId: id }}
            >
              <p className="fine">{furtherWinWords.confirmSays(lead)}</p>
              <div className="fields">
                <MeasuredValueField unit={unit} reply={confirming} />
                <DateField name="reachedOn" label={measuringLabels.reachedOn} width="half" value={today} max={today} />
                <TextArea
                  name="statement"
                  label={furtherWinWords.statement}
                  rows={2}
                  value={statement}
                  maxLength={textSizes.sentence}
                />
                {confirming?.status === 'invalid' &&
                  confirming.faults.some(({ field }) => field === 'confirmWorse') && <ConfirmWorse />}
              </div>
              <div className="acts">
                <SubmitButton>{furtherWinWords.confirmNow}</SubmitButton>
              </div>
            </Form>
          </details>
        )}
        {may.confirmWin && confirmed && (
          <Form
            idempotencyKey={keyFor('reopen-further-win', id)}
            intent="reopen-further-win"
            reply={replyTo(own, 'reopen-further-win')}
            hidden={{ winId: id }}
          >
            <SubmitButton tone="quiet">{furtherWinWords.reopen}</SubmitButton>
          </Form>
        )}
        {may.addWin && !confirmed && isMeasuredByOthers && <p className="fine">{furtherWinRefusals.measured}</p>}
        {may.addWin && !confirmed && !isMeasuredByOthers && (
          <AskFirst
            text={furtherWinWords.remove}
            about={statement}
            says={furtherWinWords.removeSays}
            reply={replyTo(own, 'remove-further-win')}
          >
            <Form
              idempotencyKey={keyFor('remove-further-win', id)}
              intent="remove-further-win"
              reply={replyTo(own, 'remove-further-win')}
              hidden={{ winId: id }}
            >
              <SubmitButton tone="danger">{furtherWinWords.remove}</SubmitButton>
            </Form>
          </AskFirst>
        )}
      </div>
    </article>
  )
}
