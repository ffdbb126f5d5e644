import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { DateField } from '#app/ui/date-field.tsx'
import { type FormReply, oneValue, postedValue } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import { GuidedGroup } from '../guided-group.tsx'
import { FigureFields } from './figure-fields.tsx'
import { emptySituation, type SituationValues } from './heard-sentences.ts'
import { seenOfSituation, situationValueWords } from './seen-of-situation.ts'
import {
  issueQuestion,
  situationExamples,
  situationGroupTitles,
  questionsFor,
  type SituationWriter,
} from './situation-question-words.ts'
import { situationFieldWords, situationsWords } from './situation-words.ts'

export type SituationFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** What stands there now; none for a new situation. */
  values?: SituationValues
  /** Whose situation: a select of participants and "Someone else…" for a new one, else fixed. */
  people?: readonly Option[]
  /** Who of them is chosen at first. */
  personId?: string | undefined
  person?: string
  /** Whose words these are: the vendor's draft, or the person's own. */
  by: SituationWriter
  intent?: string
  cancelTo: string
}

/**
 * The situation of one person, in questions as one would ask them, in numbered groups on one page. Posts `personId` and `personName` (where no
 * participant is named yet), `jobTitle`, `issue`, `reasons`, `capabilities`, `criticalDate`, `difference` and the rows of figures.
 */
export function SituationForm(props: SituationFormProps) {
  const { idempotencyKey, reply, values = emptySituation, people = [], person = '', by, cancelTo } = props
  const { intent = 'save-situation' } = props
  const settled = oneValue(postedValue(reply, 'figures'), '')
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent={intent}
      reply={reply}
      seen={props.values ? seenOfSituation(props.values) : {}}
      show={situationValueWords}
      className="guided"
    >
      <GuidedGroup title={by === 'vendor' ? situationGroupTitles.person : situationGroupTitles.you}>
        {people.length > 0 && (
          <>
            <SelectField
              name="personId"
              label={situationFieldWords.person}
              width="half"
              options={people}
              value={props.personId ?? people[0]?.value ?? ''}
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
          question={questionsFor(by).jobTitle}
          value={values.jobTitle}
          maxLength={longestName}
          hint={situationExamples.jobTitle}
        />
      </GuidedGroup>
      <GuidedGroup title={situationGroupTitles.problem}>
        <TextArea
          name="issue"
          label={situationFieldWords.issue}
          question={issueQuestion({ by, person, jobTitle: values.jobTitle })}
          value={values.issue}
          maxLength={textSizes.situation}
          hint={situationExamples.issue}
        />
        <TextArea
          name="reasons"
          label={situationFieldWords.reasons}
          question={questionsFor(by).reasons}
          value={values.reasons}
          maxLength={textSizes.situation}
          optional
          hint={situationExamples.reasons}
        />
      </GuidedGroup>
      <GuidedGroup title={situationGroupTitles.need}>
        <TextArea
          name="capabilities"
          label={situationFieldWords.capabilities}
          question={questionsFor(by).capabilities}
          value={values.capabilities}
          maxLength={textSizes.situation}
          optional
          hint={situationExamples.capabilities}
        />
        <DateField
          name="criticalDate"
          label={situationFieldWords.criticalDate}
          question={questionsFor(by).criticalDate}
          width="half"
          value={values.criticalDate}
          optional
          hint={situationExamples.criticalDate}
        />
      </GuidedGroup>
      <GuidedGroup title={situationGroupTitles.worth}>
        <TextArea
          name="difference"
          label={situationFieldWords.difference}
          question={questionsFor(by).difference}
          value={values.difference}
          maxLength={textSizes.difference}
          optional
          rows={2}
          hint={situationExamples.difference}
        />
        <FigureFields key={settled} figures={values.figures} question={questionsFor(by).figures} />
      </GuidedGroup>
      <div className="acts">
        <SubmitButton>{by === 'vendor' ? buttonWords.save : situationsWords.saveAndConfirm}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
