import { answerHoursBounds } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { NumberField } from '#app/ui/number-field.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { SettingsView } from '../workspace-queries.server.ts'
import { halfHourEnds, halfHourStarts } from '../half-hours.ts'
import { answerTimeFormWords } from './settings-words.ts'

type Props = {
  answerTime: SettingsView['answerTime']
  idempotencyKey: string
  reply: FormReply | null | undefined
}

/** Within how many working hours customers get an answer, and which hours of a day those are. */
export function AnswerTimeForm({ answerTime, idempotencyKey, reply }: Props) {
  const { answerHours, answerFrom, answerTo } = answerTime
  const { least, most } = answerHoursBounds
  const options = (times: readonly string[]) => times.map((time) => ({ value: time, text: time }))
  return (
    <Panel>
      <h2>{answerTimeFormWords.title}</h2>
      <p>{answerTimeFormWords.intro}</p>
      <Form
        idempotencyKey={idempotencyKey}
        intent="set-answer-time"
        className="after-fields"
        seen={{ answerHours: String(answerHours), answerFrom, answerTo }}
        reply={replyTo(reply, 'set-answer-time')}
      >
        <div className="fields">
          <NumberField
            name="answerHours"
            label={answerTimeFormWords.hours}
            hint={answerTimeFormWords.hoursHint(least, most)}
            value={answerHours}
            unit={answerTimeFormWords.unit}
          />
          <SelectField
            name="answerFrom"
            label={answerTimeFormWords.from}
            width="half"
            value={answerFrom}
            options={options(halfHourStarts)}
          />
          <SelectField
            name="answerTo"
            label={answerTimeFormWords.to}
            width="half"
            value={answerTo}
            options={options(halfHourEnds)}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{answerTimeFormWords.save}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
