import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { ActorSide } from '#app/policy/policy.ts'
import { askFormWords, promiseWords } from './question-words.ts'
import type { QuestionsView } from './questions-view.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type AskFormProps = {
  questions: QuestionsView
  side: ActorSide
  /** The task or milestone that it is about at first; empty for the plan. */
  about: string
  /** Who asked, for a member who came from that person; else the first of them. */
  asker?: string | null
  formKey: string
  reply?: FormReply | null | undefined
}

/** Asks the vendor something, or for a member: notes what someone of the customer asked. */
export function AskForm({ questions, side, about, asker = null, formKey, reply }: AskFormProps) {
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
        label={isNoted ? askFormWords.notedField : askFormWords.askedField}
        hint={promiseWords(questions.promise)}
        maxLength={textSizes.comment}
      />
      {isNoted && <AskedBy askers={questions.askers} chosen={asker} />}
      <SelectField
        name="about"
        label={askFormWords.about}
        value={about}
        options={[{ value: '', text: askFormWords.plan }]}
        groups={questions.subjects}
      />
      <div className="send">
        <SubmitButton busyText={buttonWords.sending}>{isNoted ? askFormWords.note : askFormWords.ask}</SubmitButton>
      </div>
    </Form>
  )
}

const AskedBy = ({ askers, chosen }: Pick<QuestionsView, 'askers'> & { chosen: string | null }) => (
  <>
    <SelectField
      name="askerId"
      label={askFormWords.asker}
      width="half"
      options={[
        ...askers.map(({ id, name }) => ({ value: id, text: name })),
        { value: '', text: askFormWords.otherAsker },
      ]}
      value={(askers.find(({ id }) => id === chosen) ?? askers[0])?.id ?? ''}
    />
    <TextField
      name="askerName"
      label={askFormWords.askerName}
      optional
      width="half"
      hint={askFormWords.askerNameHint}
      autoComplete="off"
      maxLength={longestName}
    />
  </>
)
