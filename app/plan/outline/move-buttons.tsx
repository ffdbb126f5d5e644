import { SubmitButton } from '#app/ui/button.tsx'
import { Form } from '#app/ui/form.tsx'
import type { OnePlaceMoves } from './moves.ts'
import { moveWords } from './move-words.ts'

export type MoveButtonsProps = {
  moves: OnePlaceMoves
  intent: 'move-tasks' | 'move-milestone'
  formKey: string
  hidden?: Readonly<Record<string, string>>
}

/** Moves something up or down by one place in its list. Posts `after`. */
export const MoveButtons = ({ moves: { up, down }, intent, formKey, hidden = {} }: MoveButtonsProps) => (
  <div className="acts">
    {up !== undefined && (
      <Form idempotencyKey={`${formKey}:${intent}:up`} intent={intent} hidden={{ ...hidden, after: up ?? '' }}>
        <SubmitButton tone="plain">{moveWords.up}</SubmitButton>
      </Form>
    )}
    {down !== undefined && (
      <Form idempotencyKey={`${formKey}:${intent}:down`} intent={intent} hidden={{ ...hidden, after: down }}>
        <SubmitButton tone="plain">{moveWords.down}</SubmitButton>
      </Form>
    )}
  </div>
)
