import { useId } from 'react'
import type { ReactNode } from 'react'
import { longestName } from '#app/kit/plain-text.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { accountHint, ofLastPlanWords } from '../plans-words.ts'

export type NewPlanFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** Accounts that exist, offered while typing, each with the zone of its last plan. */
  accounts: readonly { name: string; zone: string | null }[]
  /** Where zone and calendars come from when the account has no plan yet. */
  workspace: { name: string; timeZone: string }
  templates: readonly Option[]
  cancelTo: string
  /** The fields of the dates and of the first win, by the features that own them. */
  dates: ReactNode
  firstWin: ReactNode
}

/** A new plan. Posts `account`, `project`, `template` and the fields of both parts given. */
export function NewPlanForm({
  idempotencyKey,
  reply,
  accounts,
  workspace,
  templates,
  cancelTo,
  dates,
  firstWin,
}: NewPlanFormProps) {
  const listId = useId()
  return (
    <Form idempotencyKey={idempotencyKey} intent="create-plan" reply={reply}>
      <div className="fieldset">
        <h2>Customer</h2>
        <div className="fields">
          <TextField
            name="account"
            label="Account"
            width="half"
            list={listId}
            autoComplete="off"
            maxLength={longestName}
            hint={accountHint(workspace)}
          />
          <TextField
            name="project"
            label="Project"
            width="half"
            maxLength={longestName}
            hint="The customer’s name for it, for example: faster month-end close"
          />
          <SelectField
            name="template"
            label="Template"
            options={templates}
            value={templates[0]?.value ?? ''}
            hint="Adds milestones and 12 to 20 tasks. You can change everything."
          />
        </div>
        <datalist id={listId}>
          {accounts.map((account) => (
            <option key={account.name} value={account.name}>
              {account.zone ? ofLastPlanWords(account.zone) : ''}
            </option>
          ))}
        </datalist>
      </div>
      <div className="fieldset">
        <h2>Target date</h2>
        <p>Dates are planned back from this date, using the working days of both sides.</p>
        {dates}
      </div>
      <div className="fieldset">
        <h2>The first win</h2>
        <p className="ask">
          Suggested question:{' '}
          <q>
            How will you define an initial success for this project? Not the full return, just an early victory: what
            would that look like?
          </q>
        </p>
        {firstWin}
      </div>
      <div className="acts">
        <SubmitButton busyText="Creating…">Create plan</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          Cancel
        </ButtonLink>
      </div>
    </Form>
  )
}
