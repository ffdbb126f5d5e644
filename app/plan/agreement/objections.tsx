import { textSizes } from '#app/kit/limits.ts'
import type { ObjectionView, PlanView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { longDate } from '#app/ui/date-words.ts'
import { Sentence } from '#app/ui/sentence.tsx'
import { answeredWords, askedForChangeWords, objectionWords } from './agreement-words.ts'
import { agreementOf } from './side-agreements.ts'

type Props = { plan: PlanView; links: PlanLinks; formKey: string; reply?: FormReply | null | undefined }

/** What each side asks to change, with the answer; who asked can withdraw it, the other side can answer. */
export const Objections = (props: Props) => (
  <ul className="objections">
    {props.plan.objections.map((objection) => (
      <li key={objection.id}>
        <Said plan={props.plan} objection={objection} />
        {props.plan.viewer.may.agree && <Next {...props} objection={objection} />}
      </li>
    ))}
  </ul>
)

function Said({ plan, objection }: { plan: PlanView; objection: ObjectionView }) {
  const { side, by, on, reason, answer } = objection
  const company = side === 'vendor' ? plan.workspace.name : plan.account.name
  const hasAgreed = agreementOf(plan, side)?.current === true
  return (
    <>
      <p>
        <Mark side={side} />{' '}
        <Sentence
          parts={askedForChangeWords({ by: <bdi>{by}</bdi>, company: <bdi>{company}</bdi>, reason, hasAgreed })}
        />{' '}
        <span className="by">{longDate(on, plan.today)}</span>
      </p>
      {answer && (
        <p className="answer">
          <Mark side={side === 'vendor' ? 'customer' : 'vendor'} />{' '}
          <Sentence parts={answeredWords({ by: <bdi>{answer.by}</bdi>, text: answer.text })} />{' '}
          <span className="by">{longDate(answer.on, plan.today)}</span>
        </p>
      )}
    </>
  )
}

function Next({ plan, objection, links, formKey, reply }: Props & { objection: ObjectionView }) {
  const { id, side, answer } = objection
  const form = { action: links.plan, hidden: { objectionId: id } }
  const ofThis = (intent: string) => {
    const answered = replyTo(reply, intent)
    return postedValue(answered, 'objectionId') === id ? answered : undefined
  }
  if (side === plan.viewer.side)
    return (
      <Form
        {...form}
        className="no-print"
        idempotencyKey={`${formKey}:withdraw-objection:${id}`}
        intent="withdraw-objection"
        reply={ofThis('withdraw-objection')}
      >
        <SubmitButton tone="plain" busyText={objectionWords.withdrawing}>
          {objectionWords.withdraw}
        </SubmitButton>
      </Form>
    )
  const answered = ofThis('answer-objection')
  return (
    <details className="request-change no-print" open={answered !== undefined}>
      <summary>{answer ? objectionWords.editAnswer : objectionWords.answer}</summary>
      <Form {...form} idempotencyKey={`${formKey}:answer-objection:${id}`} intent="answer-objection" reply={answered}>
        <TextArea
          name="answer"
          label={objectionWords.answerField}
          value={answer?.text ?? ''}
          maxLength={textSizes.sentence}
          rows={2}
        />
        <SubmitButton tone="plain" busyText={buttonWords.sending}>
          {objectionWords.send}
        </SubmitButton>
      </Form>
    </details>
  )
}
