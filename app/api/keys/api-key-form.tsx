import { longestName } from '#app/kit/plain-text.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { CheckGroup } from '#app/ui/check-group.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { keyFormWords } from './api-key-words.ts'

/** What a key is for and how long it lives. Posts `name`, `scopes`, `life`. */
export const ApiKeyForm = ({ idempotencyKey, reply }: { idempotencyKey: string; reply: FormReply | undefined }) => (
  <Form idempotencyKey={idempotencyKey} intent="make-api-key" reply={reply}>
    <div className="fields">
      <TextField
        name="name"
        label={keyFormWords.name}
        hint={keyFormWords.nameHint}
        width="half"
        autoComplete="off"
        maxLength={longestName}
      />
      <SelectField
        name="life"
        label={keyFormWords.expires}
        width="half"
        value="90"
        options={[
          { value: '30', text: keyFormWords.after30Days },
          { value: '90', text: keyFormWords.after90Days },
          { value: '365', text: keyFormWords.afterAYear },
          { value: 'never', text: keyFormWords.never },
        ]}
      />
      <CheckGroup
        name="scopes"
        legend={keyFormWords.permissions}
        options={[{ value: 'schedule', label: keyFormWords.mayCalculate, checked: true }]}
      />
    </div>
    <div className="acts">
      <SubmitButton busyText={keyFormWords.creating}>{keyFormWords.create}</SubmitButton>
    </div>
  </Form>
)
