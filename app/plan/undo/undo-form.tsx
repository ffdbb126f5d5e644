import { planLinks } from '#app/kit/paths.ts'
import { type ButtonTone, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { redoWords, undoFormWords, undoWords } from './undo-words.ts'

export type UndoFormProps = {
  planId: string
  /** The activity's number of the change. */
  number: number
  formKey: string
  /** Who did what it takes back, for those who do not see it beside the button. */
  words: string
  /** Whether the change is itself the undoing of another. */
  isUndoing?: boolean
  tone?: ButtonTone
  reply?: FormReply | null | undefined
}

/** Takes one change of the plan back. */
export const UndoForm = ({
  planId,
  number,
  formKey,
  words,
  isUndoing = false,
  tone = 'plain',
  reply,
}: UndoFormProps) => (
  <Form
    className="undo-form"
    action={planLinks(planId).plan}
    idempotencyKey={`${formKey}:undo-change:${number}`}
    intent="undo-change"
    hidden={{ number: String(number) }}
    reply={reply}
  >
    <SubmitButton
      tone={tone}
      busyText={undoFormWords.undoing}
      aria-label={isUndoing ? redoWords(words) : undoWords(words)}
    >
      {isUndoing ? undoFormWords.redo : undoFormWords.undo}
    </SubmitButton>
  </Form>
)
