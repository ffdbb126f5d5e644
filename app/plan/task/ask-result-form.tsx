import { SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { resultKindWords, resultLabels } from '../core/result-words.ts'
import { resultKinds } from '../core/task-result.ts'
import type { TaskFormChoices } from './task-form-choices.ts'
import { askResultWords } from './task-result-words.ts'

type AskResultFormProps = Pick<TaskFormChoices, 'owners' | 'companies'> & {
  taskId: string
  formKey: string
  reply?: FormReply | null | undefined
  values: { resultAsks: string; approver: string }
}

const kinds: Option[] = [
  { value: '', text: askResultWords.nothing },
  ...resultKinds.map((kind) => ({ value: kind, text: resultKindWords[kind] })),
]
const nobody: Option[] = [{ value: '', text: askResultWords.noApprover }]

/** Says what a task asks for before it can be marked done. Posts `ask-result`, `taskId`, `resultAsks`, `approver`. */
export function AskResultForm({ taskId, formKey, reply, values, owners, companies }: AskResultFormProps) {
  const people = [...owners.customer, ...owners.vendor]
  const told = [...kinds, ...people]
  return (
    <details className="panel fold-panel no-print" id="ask-result">
      <summary>
        <h2>{askResultWords.heading}</h2>
      </summary>
      <Form
        idempotencyKey={`${formKey}:ask-result:${taskId}`}
        intent="ask-result"
        hidden={{ taskId }}
        reply={replyTo(reply, 'ask-result')}
        seen={values}
        show={(_field, value) => told.find((option) => option.value === value)?.text ?? value}
      >
        <div className="fields">
          <SelectField
            name="resultAsks"
            label={resultLabels.resultAsks}
            options={kinds}
            value={values.resultAsks}
            width="half"
            hint={askResultWords.hint}
          />
          <SelectField
            name="approver"
            label={resultLabels.approver}
            options={nobody}
            groups={[
              { label: companies.customer, options: owners.customer },
              { label: companies.vendor, options: owners.vendor },
            ]}
            value={values.approver}
            width="half"
            hint={askResultWords.approverHint}
          />
        </div>
        <div className="acts">
          <SubmitButton tone="plain">{buttonWords.save}</SubmitButton>
        </div>
      </Form>
    </details>
  )
}
