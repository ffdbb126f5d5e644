import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { MentionField } from '../comments/mention-field.tsx'
import type { TalkFormProps } from '../comments/composer.tsx'
import type { QuestionView } from '../core/conversation-view.ts'
import { closingWords, notedForWords, questionBarWords, questionRefusals, questionWords } from './question-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type BarProps = TalkFormProps & { question: QuestionView; author: string }

/** Above a question: who answers it by when, and what the reader can do about it. */
export function QuestionBar(props: BarProps) {
  const { question, author } = props
  const { state, isOverdue, askedBy } = question
  return (
    <div className={state === 'open' ? (isOverdue ? 'question-bar open must' : 'question-bar open') : 'question-bar'}>
      <p>
        <b>{questionWords(question)}</b>
        {askedBy !== author && <small> {notedForWords(askedBy)}</small>}
      </p>
      {question.isHidden && state !== 'closed' && <p>{questionRefusals.hiddenNow}</p>}
      <Closing {...props} />
      <div className="thread-acts">
        <Answer {...props} />
        <Hand {...props} />
      </div>
    </div>
  )
}

function Closing({ question, formKey, reply }: BarProps) {
  const { id, state, may, closingProposedBy } = question
  const common = { hidden: { questionId: id }, className: 'inline' }
  const asks = closingProposedBy ? closingWords.proposed(closingProposedBy) : closingWords.answered
  return (
    <>
      {may.close && (state === 'answered' || closingProposedBy) && <p>{asks}</p>}
      <div className="thread-acts">
        {may.close && (
          <Form
            {...common}
            intent="close-question"
            idempotencyKey={`${formKey}:close-question:${id}`}
            reply={replyTo(reply, 'close-question', { questionId: id })}
          >
            <SubmitButton tone="plain" busyText={questionBarWords.closing}>
              {questionBarWords.close}
            </SubmitButton>
          </Form>
        )}
        {may.reopen && (
          <Form
            {...common}
            intent="reopen-question"
            idempotencyKey={`${formKey}:reopen-question:${id}`}
            reply={replyTo(reply, 'reopen-question', { questionId: id })}
          >
            <SubmitButton tone="quiet" busyText={questionBarWords.reopening}>
              {questionBarWords.reopen}
            </SubmitButton>
          </Form>
        )}
        {may.proposeClosing && (
          <Form
            {...common}
            intent="propose-closing"
            idempotencyKey={`${formKey}:propose-closing:${id}`}
            reply={replyTo(reply, 'propose-closing', { questionId: id })}
          >
            <SubmitButton tone="quiet" busyText={questionBarWords.asking}>
              {questionBarWords.proposeClosing}
            </SubmitButton>
          </Form>
        )}
      </div>
    </>
  )
}

function Answer({ question: { id, may, state }, conversation, formKey, reply }: BarProps) {
  if (!may.answer) return null
  const answered = replyTo(reply, 'answer-question', { questionId: id })
  return (
    <details className="fold" open={answered !== undefined} key={state}>
      <summary>{questionBarWords.answer}</summary>
      <Form
        className="composer"
        intent="answer-question"
        idempotencyKey={`${formKey}:answer-question:${id}`}
        hidden={{ questionId: id }}
        reply={answered}
      >
        <MentionField
          name="body"
          label={questionBarWords.answerField}
          people={conversation.people}
          maxLength={textSizes.comment}
          rows={3}
        />
        <SubmitButton busyText={buttonWords.sending}>{questionBarWords.sendAnswer}</SubmitButton>
      </Form>
    </details>
  )
}

function Hand({ question: { id, may, owner }, conversation, formKey, reply }: BarProps) {
  const choices = conversation.members.filter(({ name }) => name !== owner)
  if (!may.hand || choices.length === 0) return null
  const answered = replyTo(reply, 'hand-question', { questionId: id })
  return (
    <details className="fold" open={answered !== undefined} key={owner}>
      <summary>{questionBarWords.hand}</summary>
      <Form
        className="composer"
        intent="hand-question"
        idempotencyKey={`${formKey}:hand-question:${id}`}
        hidden={{ questionId: id }}
        reply={answered}
      >
        <SelectField
          name="ownerId"
          label={questionBarWords.handTo}
          options={choices.map((member) => ({ value: member.id, text: member.name }))}
        />
        <SubmitButton tone="plain">{questionBarWords.hand}</SubmitButton>
      </Form>
    </details>
  )
}
