import { textSizes } from '#app/kit/limits.ts'
import { labels } from '#app/kit/label-words.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { askForResultWords, measureFormWords, notYetWords } from './results-words.ts'
import { MeasuredValueField } from './measured-value-field.tsx'

type Sending = { keyFor: (intent: string) => string; reply?: FormReply | null | undefined }

type MeasureProps = Sending & {
  unit: string
  today: string
  /** A win besides the first one. */
  winId?: string
}

/** Records a value measured on the way. Posts `measuredValue`, `measuredOn`, `note`. */
export function MeasureForm({ keyFor, reply, unit, today, winId }: MeasureProps) {
  const measuring = replyTo(reply, 'record-measurement')
  return (
    <Form
      idempotencyKey={keyFor('record-measurement')}
      intent="record-measurement"
      reply={measuring}
      {...(winId !== undefined && { hidden: { winId } })}
    >
      <p className="fine">{measureFormWords.says}</p>
      <div className="fields">
        <MeasuredValueField unit={unit} reply={measuring} />
        <DateField name="measuredOn" label={measuringLabels.measuredOn} width="half" value={today} max={today} />
        <TextArea
          name="note"
          label={labels.note}
          rows={2}
          optional
          maxLength={textSizes.sentence}
          hint={measureFormWords.noteHint}
        />
      </div>
      <div className="acts">
        <SubmitButton tone="plain">{measureFormWords.save}</SubmitButton>
      </div>
    </Form>
  )
}

/** Why the first win has not happened yet, and when the customer looks again. Posts `reason`, `measureOn`. */
export function NotYetForm({ keyFor, reply, lead, tomorrow }: Sending & { lead: string; tomorrow: string }) {
  return (
    <Form idempotencyKey={keyFor('say-not-yet')} intent="say-not-yet" reply={replyTo(reply, 'say-not-yet')}>
      <p className="fine">{notYetWords.says(lead)}</p>
      <div className="fields">
        <TextArea
          name="reason"
          label={labels.reason}
          rows={2}
          maxLength={textSizes.sentence}
          hint={notYetWords.reasonHint}
        />
        <DateField name="measureOn" label={measuringLabels.measureOn} width="half" min={tomorrow} />
      </div>
      <div className="acts">
        <SubmitButton tone="plain">{notYetWords.send}</SubmitButton>
      </div>
    </Form>
  )
}

type AskProps = Sending & { champion: string; account: string; confirmers: readonly string[] }

/** The vendor asks the champion for the result, after reading who is told. Posts `note`. */
export function AskForResultForm({ keyFor, reply, champion, account, confirmers }: AskProps) {
  return (
    <Form idempotencyKey={keyFor('ask-for-result')} intent="ask-for-result" reply={replyTo(reply, 'ask-for-result')}>
      <p className="fine">{askForResultWords.says(champion, account, confirmers)}</p>
      <div className="fields">
        <TextArea
          name="note"
          label={labels.note}
          rows={2}
          optional
          maxLength={textSizes.sentence}
          hint={askForResultWords.noteHint}
        />
      </div>
      <div className="acts">
        <SubmitButton>{askForResultWords.send}</SubmitButton>
      </div>
    </Form>
  )
}

/** The way to the result where it has happened. */
export const RecordLink = ({ to }: { to: string }) => (
  <>
    <p>{notYetWords.yesSays}</p>
    <div className="acts">
      <ButtonLink to={to} tone="main">
        {notYetWords.yes}
      </ButtonLink>
    </div>
  </>
)
