import { UndoForm } from '../undo/undo-form.tsx'
import type { AgreedChangeView } from '../view/plan-view.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, postedValue, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { restoreAgreedLabel, restoreAgreedWords } from './agreement-words.ts'

type Props = {
  change: AgreedChangeView
  planId: string
  links: PlanLinks
  formKey: string
  reply?: FormReply | null | undefined
}

/** Restores one agreed value; an added or removed task by undoing that change. Nothing for those who may not. */
export function RestoreAgreedForm({ change, planId, links, formKey, reply }: Props) {
  const { part, title, back } = change
  if (!back) return null
  if (back.by === 'undo-change')
    return <UndoForm planId={planId} number={back.number} formKey={formKey} words={title} />
  const answered = replyTo(reply, 'restore-agreed')
  return (
    <Form
      className="restore-agreed no-print"
      idempotencyKey={`${formKey}:restore-agreed:${part}`}
      intent="restore-agreed"
      action={links.plan}
      hidden={{ part, now: back.now }}
      reply={postedValue(answered, 'part') === part ? answered : null}
    >
      <SubmitButton tone="plain" busyText={restoreAgreedWords.restoring} aria-label={restoreAgreedLabel(title)}>
        {restoreAgreedWords.restore}
      </SubmitButton>
    </Form>
  )
}
