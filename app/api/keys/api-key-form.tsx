import { longestName } from '#app/kit/plain-text.ts'
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
      <TextField
        name="name"
        label="Name"
        hint="The program that will use it"
        width="half"
        autoComplete="off"
        maxLength={longestName}
      />
      <SelectField
        name="life"
        label="Expires"
        width="half"
        value="90"
        options={[
          { value: '30', text: 'After 30 days' },
          { value: '90', text: 'After 90 days' },
          { value: '365', text: 'After a year' },
          { value: 'never', text: 'Never' },
        ]}
      />
      <CheckGroup
        name="scopes"
        legend="Permissions"
        options={[{ value: 'schedule', label: 'Calculate schedules (POST /api/v1/schedule)', checked: true }]}
      />
    </div>
    <div className="acts">
      <SubmitButton busyText="Creating…">Create key</SubmitButton>
    </div>
  </Form>
)
