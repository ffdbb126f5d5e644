import type { PlanView } from '../view/plan-view.ts'
import { textSizes } from '#app/kit/limits.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { requestHint, requestWords, sendToWords } from './agreement-words.ts'
import { agreementOf } from './side-agreements.ts'

type Props = { plan: PlanView; links: PlanLinks; formKey: string; reply?: FormReply | null | undefined }

/** Asks the other side for a change: before the reader's side agrees it says why not yet, after that it is a request. */
export function RequestChange({ plan, links, formKey, reply }: Props) {
  const answered = replyTo(reply, 'object-to-plan')
  const { side } = plan.viewer
  const other = side === 'vendor' ? plan.account.name : plan.workspace.name
  const hasAgreed = agreementOf(plan, side)?.current === true
  // A side has one request at a time: another takes its place.
  const open = plan.objections.find((objection) => objection.side === side)
  return (
    <details className="request-change no-print" open={answered !== undefined}>
      <summary>
        {open ? requestWords.edit : hasAgreed ? requestWords.afterAgreeing : requestWords.beforeAgreeing}
      </summary>
      <Form idempotencyKey={`${formKey}:object-to-plan`} intent="object-to-plan" action={links.plan} reply={answered}>
        <TextArea
          name="reason"
          label={hasAgreed ? requestWords.fieldAfterAgreeing : requestWords.fieldBeforeAgreeing}
          hint={requestHint(other)}
          value={open?.reason ?? ''}
          maxLength={textSizes.sentence}
          rows={2}
        />
        <SubmitButton tone="plain" busyText={buttonWords.sending}>
          {sendToWords(other)}
        </SubmitButton>
      </Form>
    </details>
  )
}
