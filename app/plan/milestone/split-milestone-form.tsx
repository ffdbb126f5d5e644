import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import { splitMilestoneWords } from './milestone-words.ts'

export type SplitMilestoneFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  tasks: readonly { id: string; title: string }[]
}

/** Puts some tasks of a milestone into a new one before it. Posts `split-milestone`, `title`, `taskIds`. */
export const SplitMilestoneForm = ({ idempotencyKey, reply, tasks }: SplitMilestoneFormProps) => (
  <details className="panel fold-panel no-print" open={reply != null}>
    <summary>
      <h2>{splitMilestoneWords.heading}</h2>
    </summary>
    <Form idempotencyKey={idempotencyKey} intent="split-milestone" reply={reply}>
      <div className="fields">
        <TextField
          name="title"
          label={splitMilestoneWords.title}
          maxLength={textSizes.title}
          hint={splitMilestoneWords.titleHint}
        />
        <CheckGroup
          name="taskIds"
          legend={splitMilestoneWords.tasks}
          options={tasks.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </div>
      <div className="acts">
        <SubmitButton tone="plain">{splitMilestoneWords.split}</SubmitButton>
      </div>
    </Form>
  </details>
)
