import type { Stage } from '../core/stages.ts'
import { likelyStage, stages } from '../core/stages.ts'
import { stageNames } from '../core/stage-name-words.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import type { EvidenceValues } from './evidence-values.ts'
import { ButtonLink, SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { buttonWords } from '#app/ui/button-words.ts'
import { textSizes } from '#app/kit/limits.ts'
import { milestoneFormWords } from './milestone-words.ts'

export type MilestoneFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  /** What stands there now; none for a new milestone. */
  values?: { title: string; stage: Stage } & EvidenceValues
  /** The stage that a new milestone most likely belongs to. */
  stage?: Stage
  /** Goals stay in their stage: the point that ends Rollout, and the one that ends Value. */
  fixedStage?: boolean
  /** The first win asks for no evidence and is no gate. */
  isWin?: boolean
  cancelTo: string
}

/** Adds a milestone or changes it. Posts `title`, `stage`, `exitEvidence` and `gate`. */
export function MilestoneForm(props: MilestoneFormProps) {
  const { idempotencyKey, reply, values, stage = likelyStage, fixedStage = false, isWin = false, cancelTo } = props
  return (
    <Form
      idempotencyKey={idempotencyKey}
      intent={values ? 'edit-milestone' : 'add-milestone'}
      reply={reply}
      seen={values ?? {}}
      hidden={fixedStage && values ? { stage: values.stage } : {}}
    >
      <div className="fields">
        <TextField
          name="title"
          label={milestoneFormWords.title}
          value={values?.title ?? ''}
          maxLength={textSizes.title}
          hint={milestoneFormWords.titleHint}
        />
        {!fixedStage && (
          <SelectField
            name="stage"
            label={milestoneFormWords.stage}
            width="half"
            options={stages.map((one) => ({ value: one, text: stageNames[one] }))}
            value={values?.stage ?? stage}
          />
        )}
        {!isWin && <EvidenceFields values={values} />}
      </div>
      <div className="acts">
        <SubmitButton>{buttonWords.save}</SubmitButton>
        <ButtonLink to={cancelTo} tone="quiet">
          {buttonWords.cancel}
        </ButtonLink>
      </div>
    </Form>
  )
}
