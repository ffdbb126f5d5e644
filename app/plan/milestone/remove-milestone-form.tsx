import type { ReactNode } from 'react'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { OptionGroup } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { removeMilestoneWords } from './milestone-words.ts'

export type RemoveMilestoneFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  hasTasks: boolean
  others: readonly OptionGroup[]
  /** *Preview*, beside *Delete this milestone*. */
  actions: ReactNode
  /** What the deletion would change; null before it was asked. */
  preview: ReactNode
}

/** Deletes a milestone and says where its tasks go. Posts `remove-milestone`, `tasksTo`. */
export const RemoveMilestoneForm = ({
  idempotencyKey,
  reply,
  hasTasks,
  others,
  actions,
  preview,
}: RemoveMilestoneFormProps) => (
  <details className="panel fold-panel no-print" open={reply != null || preview !== null}>
    <summary>
      <h2>{removeMilestoneWords.heading}</h2>
    </summary>
    <Form idempotencyKey={idempotencyKey} intent="remove-milestone" reply={reply}>
      {hasTasks ? (
        <div className="fields">
          <SelectField
            name="tasksTo"
            label={removeMilestoneWords.tasksTo}
            options={[{ value: '', text: removeMilestoneWords.choose }]}
            groups={others}
          />
        </div>
      ) : (
        <p className="soft">{removeMilestoneWords.noTasks}</p>
      )}
      <div className="acts">
        <SubmitButton tone="plain">{removeMilestoneWords.remove}</SubmitButton>
        {actions}
      </div>
      {preview}
    </Form>
  </details>
)
