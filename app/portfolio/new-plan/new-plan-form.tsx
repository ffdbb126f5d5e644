import type { ReactNode } from 'react'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { IsoDate } from '#app/schedule/model.ts'
import { CustomerFields } from './customer-fields.tsx'
import { FitNote } from './fit-note.tsx'
import type { AccountChoices, TemplateChoice } from './new-plan-choices.ts'

export type NewPlanFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  choices: AccountChoices
  templates: readonly TemplateChoice[]
  today: IsoDate
  cancelTo: string
  /** The fields of the dates and of the first win, by the features that own them. */
  dates: ReactNode
  firstWin: ReactNode
}

/** A new plan. Posts `account`, `project`, `template` and the fields of both parts given. */
export function NewPlanForm({
  idempotencyKey,
  reply,
  choices,
  templates,
  today,
  cancelTo,
  dates,
  firstWin,
}: NewPlanFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} intent="create-plan" reply={reply}>
      <div className="fieldset">
        <h2>Customer</h2>
        <CustomerFields {...choices} templates={templates} />
      </div>
      <div className="fieldset">
        <h2>Target date</h2>
        <p>Dates are planned back from this date, using the working days of both sides.</p>
        <FitNote templates={templates} today={today} />
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
