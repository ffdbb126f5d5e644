import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import type { SituationValues } from './heard-sentences.ts'
import { emptySituation } from './heard-sentences.ts'
import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { responsibilityLabel, situationFieldWords, situationsWords } from './situation-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

export type SituationFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** What stands there now; none for a new situation. */
  values?: SituationValues
  /** Whose situation: a select of participants and "Someone else…" for a new one, else fixed. */
  people?: readonly Option[]
  person?: string
  /** Whose words these are: the vendor's draft, or the person's own. */
  by: 'vendor' | 'customer'
  intent?: string
  cancelTo: string
}

const seenOf = (values: SituationValues) => ({ ...values })

/**
 * The situation of one person. Posts `personId` and `personName` (new situations only), `jobTitle`, `issue`, `reasons`,
 * `capabilities`, `difference`, `criticalDate`.
 */
export function SituationForm(props: SituationFormProps) {
  const { idempotencyKey, reply, values, people = [], person, by, intent = 'save-situation', cancelTo } = props
  const { jobTitle, issue, reasons, capabilities, difference, criticalDate } = values ?? emptySituation
  return (
    <Form idempotencyKey={idempotencyKey} intent={intent} reply={reply} seen={values ? seenOf(values) : {}}>
      <div className="fields">
        {people.length > 0 && (
          <>
            <SelectField
              name="personId"
              label={situationFieldWords.person}
              width="half"
              options={people}
              value={people[0]?.value ?? ''}
            />
            <TextField
              name="personName"
              label={situationFieldWords.personName}
              width="half"
              optional
              maxLength={longestName}
            />
          </>
        )}
        <TextField
          name="jobTitle"
          label={situationFieldWords.jobTitle}
          value={jobTitle}
          maxLength={longestName}
          hint={person && responsibilityLabel(person)}
        />
        <TextArea
          name="issue"
          label={situationFieldWords.issue}
          value={issue}
          maxLength={textSizes.situation}
          hint={by === 'vendor' ? situationFieldWords.issueHint : situationFieldWords.ownIssueHint}
        />
        <TextArea
          name="reasons"
          label={situationFieldWords.reasons}
          value={reasons}
          maxLength={textSizes.situation}
          optional
          hint={situationFieldWords.reasonsHint}
        />
        <TextArea
          name="capabilities"
          label={situationFieldWords.capabilities}
          value={capabilities}
          maxLength={textSizes.situation}
          optional
          hint={situationFieldWords.capabilitiesHint}
        />
        <TextArea
          name="difference"
          label={situationFieldWords.difference}
          value={difference}
          maxLength={textSizes.difference}
          optional
          rows={2}
          hint={situationFieldWords.differenceHint}
        />
        <DateField
          name="criticalDate"
          label={situationFieldWords.criticalDate}
          width="half"
          value={criticalDate}
          optional
          hint={situationFieldWords.criticalDateHint}
        />
      </div>
      <div className="acts">
        <SubmitButton>{by === 'vendor' ? buttonWords.save : situationsWords.saveAndConfirm}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
