import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { ReferenceAnswer } from '#app/references/reference-answer.ts'
import {
  agreedToReferenceWords,
  consentExpiredWords,
  consentLimitsWords,
  consentOnHoldWords,
  referenceQuestionWords,
} from './reference-question-words.ts'

export type ReferenceQuestionProps = {
  formKey: string
  reply?: FormReply | null | undefined
  vendor: string
  /** Where kinds and limits are chosen. */
  agreeAt: string
  /** Where *Later* and *No* post to, with `intent` `answer-reference` and `answer`. */
  action?: string
  /** The answer so far: a no or a later may still become a yes, and a yes can be looked at, changed and taken back. */
  answer?: 'open' | Exclude<ReferenceAnswer, 'not asked'>
}

/** What is said of an answer that leaves the question open. */
const saysOf = {
  open: consentLimitsWords,
  later: consentLimitsWords,
  'on hold': consentOnHoldWords,
  expired: consentExpiredWords,
}

/** The one question after the win. Kinds and limits come only after a yes. */
export function ReferenceQuestion(props: ReferenceQuestionProps) {
  const { formKey, reply, vendor, agreeAt, action, answer = 'open' } = props
  if (answer === 'agreed') {
    return (
      <div className="question answered">
        <p>{agreedToReferenceWords(vendor)}</p>
        <ButtonLink to={agreeAt}>{referenceQuestionWords.seeAgreed}</ButtonLink>
      </div>
    )
  }
  if (answer === 'no') {
    return (
      <div className="question answered">
        <p>{referenceQuestionWords.saidNo}</p>
        <ButtonLink to={agreeAt}>{referenceQuestionWords.agree}</ButtonLink>
      </div>
    )
  }
  const onHold = answer === 'on hold'
  return (
    <div className="question">
      <div>
        <h2>{onHold ? referenceQuestionWords.stillValid : referenceQuestionWords.question}</h2>
        {answer === 'later' && <p>{referenceQuestionWords.decidesLater}</p>}
        <p>{saysOf[answer](vendor)}</p>
      </div>
      <div className="acts">
        <ButtonLink to={agreeAt} tone="main">
          {referenceQuestionWords.agree}
        </ButtonLink>
        {(['later', 'no'] as const)
          .filter((one) => one !== answer)
          .map((one) => (
            <Form
              key={one}
              idempotencyKey={`${formKey}:answer-reference:${one}`}
              intent="answer-reference"
              hidden={{ answer: one }}
              action={action}
              reply={replyTo(reply, 'answer-reference')}
            >
              <SubmitButton tone={one === 'no' ? 'quiet' : 'plain'}>
                {one === 'no' ? referenceQuestionWords.no : referenceQuestionWords.later}
              </SubmitButton>
            </Form>
          ))}
      </div>
    </div>
  )
}
