import type { ReactNode } from 'react'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { OptionGroup } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'

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
      <h2>Delete milestone</h2>
    </summary>
    <Form idempotencyKey={idempotencyKey} intent="remove-milestone" reply={reply}>
      {hasTasks ? (
        <div className="fields">
          <SelectField
            name="tasksTo"
            label="Move its tasks to"
            options={[{ value: '', text: 'Choose a milestone' }]}
            groups={others}
          />
        </div>
      ) : (
        <p className="soft">It has no tasks.</p>
      )}
      <div className="acts">
        <SubmitButton tone="plain">Delete this milestone</SubmitButton>
        {actions}
      </div>
      {preview}
    </Form>
  </details>
)
