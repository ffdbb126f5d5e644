import type { PlanRows } from '#app/plan/network.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Edit } from './edits.ts'
import { editFields, markOf, seenFields, tryAt } from './what-if-links.ts'

export type KeepFormProps = {
  planId: string
  rows: PlanRows
  edits: readonly Edit[]
  formKey: string
  reply?: FormReply | null | undefined
}

/** Keeps a what-if: one post with all its edits and what its sender saw. What is refused is answered on the page of the what-if. */
export function KeepForm({ planId, rows, edits, formKey, reply }: KeepFormProps) {
  return (
    <Form
      className="keep-form"
      action={tryAt(planId, edits)}
      idempotencyKey={`${formKey}:adjust-plan:${markOf(edits)}`}
      intent="adjust-plan"
      hidden={editFields(edits)}
      seen={seenFields(rows, edits)}
      reply={reply}
    >
      <SubmitButton>Keep it</SubmitButton>
    </Form>
  )
}
