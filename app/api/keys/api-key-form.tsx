import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

/** What a key is for and how long it lives. Posts `name`, `scopes`, `life`. */
export const ApiKeyForm = ({ idempotencyKey, reply }: { idempotencyKey: string; reply: FormReply | undefined }) => (
  <Form idempotencyKey={idempotencyKey} intent="make-api-key" reply={reply}>
    <div className="fields">
      <TextField name="name" label="Name" hint="The program that uses it." width="half" autoComplete="off" />
      <SelectField
        name="life"
        label="Ends after"
        width="half"
        value="90"
        options={[
          { value: '30', text: '30 days' },
          { value: '90', text: '90 days' },
          { value: '365', text: 'A year' },
          { value: 'never', text: 'Only when revoked' },
        ]}
      />
      <CheckGroup
        name="scopes"
        legend="May"
        options={[{ value: 'schedule', label: 'Compute schedules (POST /api/v1/schedule)', checked: true }]}
      />
    </div>
    <div className="acts">
      <SubmitButton busyText="Making…">Make key</SubmitButton>
    </div>
  </Form>
)
