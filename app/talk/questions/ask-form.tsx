import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { ActorSide } from '#app/policy/policy.ts'
import { promiseWords } from './question-words.ts'
import type { QuestionsView } from './questions-view.ts'

type AskFormProps = {
  questions: QuestionsView
  side: ActorSide
  /** The task that it is about at first; empty for the plan. */
  about: string
  formKey: string
  reply?: FormReply | null | undefined
}

/** Asks the vendor something, or for a member: notes what someone of the customer asked. */
export function AskForm({ questions, side, about, formKey, reply }: AskFormProps) {
  const isNoted = side === 'vendor'
  return (
    <Form
      className="composer ask"
      idempotencyKey={`${formKey}:ask-question`}
      intent="ask-question"
      reply={replyTo(reply, 'ask-question')}
    >
      <TextArea
        name="body"
        label={isNoted ? 'What was asked' : 'Your question'}
        hint={promiseWords(questions.promise)}
        maxLength={textSizes.comment}
      />
      {isNoted && <AskedBy askers={questions.askers} />}
      <SelectField
        name="about"
        label="About"
        value={about}
        options={[
          { value: '', text: 'The plan as a whole' },
          ...questions.tasks.map(({ id, title }) => ({ value: id, text: title })),
        ]}
      />
      <div className="send">
        <SubmitButton busyText="Sending…">{isNoted ? 'Note question' : 'Ask question'}</SubmitButton>
      </div>
    </Form>
  )
}

const AskedBy = ({ askers }: Pick<QuestionsView, 'askers'>) => (
  <>
    <SelectField
      name="askerId"
      label="Asked by"
      width="half"
      options={[...askers.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: 'Someone else…' }]}
      value={askers[0]?.id ?? ''}
    />
    <TextField
      name="askerName"
      label="Name"
      optional
      width="half"
      hint="For someone who is not on the plan."
      autoComplete="off"
      maxLength={longestName}
    />
  </>
)
