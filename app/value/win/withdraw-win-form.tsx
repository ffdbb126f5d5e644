import { measuringLabels } from '#app/kit/measuring-label-words.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Panel } from '#app/ui/panel.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import { withdrawalWords, withdrawWinWords } from './win-words.ts'

export type WithdrawWinFormProps = {
  keyFor: (intent: string) => string
  reply?: FormReply | null | undefined
  workspace: string
  /** How the reference stands: a consent ends with the confirmation. */
  answer: ReferenceAnswer
  tomorrow: string
}

/** Withdraws a confirmation, after saying what follows and who is told. Posts `reason`, `measureOn`. */
export function WithdrawWinForm({ keyFor, reply, workspace, answer, tomorrow }: WithdrawWinFormProps) {
  return (
    <Panel>
      <h2>{withdrawWinWords.title}</h2>
      <p>{withdrawalWords(workspace, answer)}</p>
      <Form
        idempotencyKey={keyFor('withdraw-first-win')}
        intent="withdraw-first-win"
        reply={replyTo(reply, 'withdraw-first-win')}
        className="withdraw-win"
      >
        <div className="fields">
          <TextArea name="reason" label={withdrawWinWords.reason} rows={2} maxLength={textSizes.sentence} />
          <DateField
            name="measureOn"
            label={measuringLabels.measureOn}
            width="half"
            optional
            min={tomorrow}
            hint={withdrawWinWords.measureOnHint}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{withdrawWinWords.withdraw}</SubmitButton>
        </div>
      </Form>
    </Panel>
  )
}
