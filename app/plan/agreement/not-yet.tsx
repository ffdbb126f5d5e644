import type { PlanView } from '#app/plan/view.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import type { PlanLinks } from '../components/plan-links.ts'

type Props = { plan: PlanView; links: PlanLinks; formKey: string; reply?: FormReply | null | undefined }

/** Says why the reader's side does not agree yet, which asks the other side for a change. */
export function NotYet({ plan, links, formKey, reply }: Props) {
  const answered = replyTo(reply, 'object-to-plan')
  const other = plan.viewer.side === 'vendor' ? plan.account.name : plan.workspace.name
  return (
    <details className="not-yet no-print" open={answered !== undefined}>
      <summary>Not yet, because…</summary>
      <Form
        idempotencyKey={`${formKey}:object-to-plan`}
        intent="object-to-plan"
        action={links.plan}
        reply={answered}
        keepsPlace
      >
        <TextArea
          name="reason"
          label="What has to change first?"
          hint={`${other} reads this here and in the email of the day, until it is settled.`}
          maxLength={500}
          rows={2}
        />
        <SubmitButton tone="plain" busyText="Sending…">
          Send to {other}
        </SubmitButton>
      </Form>
    </details>
  )
}
