import { planLinks } from '#app/plan/components/plan-links.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { Notice } from '#app/ui/notice.tsx'

export type UndoChangeProps = {
  planId: string
  /** The activity's number of the change. */
  number: number
  formKey: string
  reply?: FormReply | null | undefined
}

/** Takes one change of the plan back. */
export const UndoChangeForm = ({ planId, number, formKey, reply }: UndoChangeProps) => (
  <Form
    className="undo-form"
    keepsPlace
    action={planLinks(planId).plan}
    idempotencyKey={`${formKey}:undo-change:${number}`}
    intent="undo-change"
    hidden={{ number: String(number) }}
    reply={reply}
  >
    <SubmitButton tone="plain" busyText="Taking it back…">
      Undo
    </SubmitButton>
  </Form>
)

/** Says what the reader just did, and offers to undo it, at the foot of the window: the page below it does not move. */
export const UndoNotice = ({ words, ...form }: UndoChangeProps & { words: string }) => (
  <div className="undo-toast">
    <Notice tone="good">
      <div className="kept">
        <span>You {words}.</span> <UndoChangeForm {...form} />
      </div>
    </Notice>
  </div>
)
