import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { type Edit, editFields } from '../edits/edit.ts'
import { markOfEdits, whatIfPath } from './what-if-links.ts'
import { whatIfBarWords } from './what-if-words.ts'

export type KeepFormProps = {
  planId: string
  edits: readonly Edit[]
  /** What the sender saw stored, by the names of the edits. */
  seen: Readonly<Record<string, string>>
  formKey: string
  reply?: FormReply | null | undefined
}

/** Keeps a what-if: one post with all its edits and what its sender saw. What is refused is answered on the page of the what-if. */
export function ApplyForm({ planId, edits, seen, formKey, reply }: KeepFormProps) {
  return (
    <Form
      className="keep-form"
      action={whatIfPath(planId, edits)}
      idempotencyKey={`${formKey}:adjust-plan:${markOfEdits(edits)}`}
      intent="adjust-plan"
      hidden={editFields(edits)}
      seen={seen}
      reply={reply}
    >
      <SubmitButton>{whatIfBarWords.apply}</SubmitButton>
    </Form>
  )
}
