import type { ReactNode } from 'react'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { MoveButtons } from '../outline/move-buttons.tsx'
import type { TaskPlace } from './task-place.ts'
import { moveTaskFormWords } from './task-actions-words.ts'

export type MoveTaskFormProps = {
  taskId: string
  formKey: string
  reply?: FormReply | null | undefined
  place: TaskPlace
  /** *Preview*, beside *Move to this milestone*. */
  actions: ReactNode
  /** What the move would change; null before it was asked. */
  preview: ReactNode
}

/** Moves a task within its milestone or to another one. Posts `move-tasks`, `milestoneId`, `after`. */
export function MoveTaskForm({ taskId, formKey, reply, place, actions, preview }: MoveTaskFormProps) {
  const own = replyTo(reply, 'move-tasks')
  return (
    <details className="panel fold-panel no-print" open={own !== undefined || preview !== null}>
      <summary>
        <h2>{moveTaskFormWords.heading}</h2>
      </summary>
      <MoveButtons
        moves={place.moves}
        intent="move-tasks"
        formKey={`${formKey}:${taskId}`}
        hidden={{ milestoneId: place.milestoneId }}
      />
      <Form idempotencyKey={`${formKey}:move-tasks:${taskId}`} intent="move-tasks" reply={own}>
        <div className="fields">
          <SelectField
            name="milestoneId"
            label={moveTaskFormWords.milestone}
            hint={moveTaskFormWords.milestoneHint}
            value={place.milestoneId}
            groups={place.milestones}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{moveTaskFormWords.move}</SubmitButton>
          {actions}
        </div>
        {preview}
      </Form>
    </details>
  )
}
