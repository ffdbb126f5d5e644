import { AskFirst } from '#app/ui/ask-first.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import type { KeyFor } from '#app/ui/form-keys.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { withdrawSituationEffect, withdrawSituationWords } from './withdraw-situation-words.ts'

export type WithdrawSituationFormProps = {
  situationId: string
  /** What it is about, for screen readers: the plan. */
  about: string
  vendor: string
  keyFor: KeyFor
  reply: FormReply | null | undefined
  action?: string
}

/** *Withdraw* of what was noted of the reader, after saying what it deletes and who is told. */
export function WithdrawSituationForm({
  situationId,
  about,
  vendor,
  keyFor,
  reply,
  action,
}: WithdrawSituationFormProps) {
  const own = replyTo(reply, 'withdraw-situation', { situationId })
  return (
    <AskFirst text={withdrawSituationWords.withdraw} about={about} says={withdrawSituationEffect(vendor)} reply={own}>
      <Form
        idempotencyKey={keyFor('withdraw-situation', situationId)}
        intent="withdraw-situation"
        hidden={{ situationId }}
        action={action}
        reply={own}
      >
        <SubmitButton tone="danger" busyText={withdrawSituationWords.withdrawing}>
          {withdrawSituationWords.withdraw}
        </SubmitButton>
      </Form>
    </AskFirst>
  )
}
