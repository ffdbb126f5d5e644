import type { ReactNode } from 'react'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { CustomerFields } from './customer-fields.tsx'
import type { AccountChoices, TemplateChoice } from './new-plan-choices.ts'
import { newPlanWords } from './new-plan-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export type NewPlanFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  choices: AccountChoices
  templates: readonly TemplateChoice[]
  cancelTo: string
  /** The fields of the date, of its reason and of the first win, by the features that own them. */
  date: ReactNode
  reason: ReactNode
  firstWin: ReactNode
}

/** A new plan. Posts `account`, `project`, `template` and the fields of both parts given. */
export function NewPlanForm({
  idempotencyKey,
  reply,
  choices,
  templates,
  cancelTo,
  date,
  reason,
  firstWin,
}: NewPlanFormProps) {
  return (
    <Form idempotencyKey={idempotencyKey} intent="create-plan" reply={reply}>
      <div className="fieldset">
        <h2>{newPlanWords.customer}</h2>
        <CustomerFields {...choices} templates={templates} />
      </div>
      <div className="fieldset">
        <h2>{newPlanWords.liveBy}</h2>
        <p>{newPlanWords.targetDateText}</p>
        <div className="fields">{date}</div>
      </div>
      <div className="fieldset">
        <h2>{newPlanWords.laterTitle}</h2>
        <p>{newPlanWords.laterText}</p>
        <div className="fields">{reason}</div>
        <h3>{newPlanWords.firstWin}</h3>
        <p className="ask">
          {newPlanWords.suggestion} <q>{newPlanWords.question}</q>
        </p>
        {firstWin}
      </div>
      <div className="acts always-near">
        <SubmitButton busyText={newPlanWords.creating}>{newPlanWords.create}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
