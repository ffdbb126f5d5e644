import { planLinks } from '#app/plan/components/plan-links.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type UndoFormProps = {
  planId: string
  /** The activity's number of what was kept. */
  number: number
  formKey: string
  reply?: FormReply | null | undefined
}

/** Takes a kept change back, in one step. */
export const UndoForm = ({ planId, number, formKey, reply }: UndoFormProps) => (
  <Form
    className="undo-form"
    keepsPlace
    action={planLinks(planId).plan}
    idempotencyKey={`${formKey}:undo-adjustment:${number}`}
    intent="undo-adjustment"
    hidden={{ number: String(number) }}
    reply={reply}
  >
    <SubmitButton tone="plain" busyText="Taking it back…">
      Undo
    </SubmitButton>
  </Form>
)

/** Said right after a what-if was kept. */
export const KeptNotice = (props: UndoFormProps) => (
  <Notice tone="good">
    <div className="kept">
      <span>Kept.</span> <UndoForm {...props} />
    </div>
  </Notice>
)
