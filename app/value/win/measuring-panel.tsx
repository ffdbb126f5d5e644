import { textSizes } from '#app/kit/limits.ts'
import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { lookWords, measuringWords } from './measuring-words.ts'
import type { MeasuringView } from './measuring-view.ts'

export type MeasuringPanelProps = {
  measuring: MeasuringView
  today: string
  mayPlan: boolean
  keyFor: (intent: string) => string
  reply?: FormReply | null | undefined
}

/** How the baseline was measured, who measures the result, and when: a form for those who may change it, else the words. */
export function MeasuringPanel({ measuring, today, mayPlan, keyFor, reply }: MeasuringPanelProps) {
  const { baselineHow, measuredBy, measureOn } = measuring
  if (!mayPlan && baselineHow === null && measuredBy === null) return null
  return (
    <section className="panel" id="measuring">
      <h2>{measuringWords.title}</h2>
      {mayPlan ? (
        <Form
          idempotencyKey={keyFor('plan-measuring')}
          intent="plan-measuring"
          reply={replyTo(reply, 'plan-measuring')}
          seen={{ baselineHow: baselineHow ?? '', measuredBy: measuredBy ?? '', measureOn: measureOn ?? '' }}
        >
          <p className="fine">{measuringWords.says}</p>
          <div className="fields">
            <TextArea
              name="baselineHow"
              label={measuringLabels.baselineHow}
              rows={2}
              optional
              value={baselineHow ?? ''}
              maxLength={textSizes.sentence}
              hint={measuringWords.howHint}
            />
            <TextField
              name="measuredBy"
              label={measuringLabels.measuredBy}
              width="half"
              optional
              value={measuredBy ?? ''}
              maxLength={textSizes.audience}
              hint={measuringWords.byHint}
            />
            <DateField
              name="measureOn"
              label={measuringLabels.measureOn}
              width="half"
              optional
              value={measureOn ?? ''}
            />
          </div>
          <div className="acts no-print">
            <SubmitButton tone="plain">{measuringWords.save}</SubmitButton>
          </div>
        </Form>
      ) : (
        <dl className="meta">
          {(
            [
              [measuringLabels.baselineHow, baselineHow],
              [measuringLabels.measuredBy, measuredBy],
              [measuringLabels.measureOn, measureOn && longDate(measureOn, today)],
            ] as const
          ).map(([label, value]) => value && [<dt key={label}>{label}</dt>, <dd key={`${label} is`}>{value}</dd>])}
        </dl>
      )}
    </section>
  )
}

type LookProps = Pick<MeasuringPanelProps, 'measuring' | 'today' | 'keyFor' | 'reply'> & { mayLook: boolean }

/** Whether someone of services has looked at the first win, for the vendor; and the button of those who may say so. */
export function WinLook({ measuring, today, mayLook, keyFor, reply }: LookProps) {
  const { looked, winVersion } = measuring
  if (looked) return <p className="fine no-print">{lookWords.seen(looked.by, looked.on, today)}</p>
  return (
    <div className="no-print">
      <Notice>{lookWords.open}</Notice>
      {mayLook && (
        <Form
          idempotencyKey={keyFor('look-at-win')}
          intent="look-at-win"
          reply={replyTo(reply, 'look-at-win')}
          hidden={{ winVersion: String(winVersion) }}
        >
          <div className="acts">
            <SubmitButton tone="plain">{lookWords.look}</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
