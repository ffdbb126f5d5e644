import { textSizes } from '#app/kit/limits.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import type { FormReply } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { milestoneEvidenceLabels } from '../core/milestone-evidence-words.ts'
import { evidenceFormWords } from './evidence-words.ts'

export type EvidenceFormProps = {
  idempotencyKey: string
  reply?: FormReply | null | undefined
  exitEvidence: string
  values: { evidence: string; passedWithout: string }
}

/** Records what proves a milestone, or why it is passed without. Posts `prove-milestone`, `evidence`, `passedWithout`. */
export const EvidenceForm = ({ idempotencyKey, reply, exitEvidence, values }: EvidenceFormProps) => (
  <section className="panel" id="evidence">
    <h2>{evidenceFormWords.heading}</h2>
    <p className="evidence-asks" dir="auto">
      {evidenceFormWords.asks(exitEvidence)}
    </p>
    <Form idempotencyKey={idempotencyKey} intent="prove-milestone" reply={reply} seen={values}>
      <div className="fields">
        <TextArea
          name="evidence"
          label={milestoneEvidenceLabels.evidence}
          rows={2}
          value={values.evidence}
          maxLength={textSizes.sentence}
          hint={evidenceFormWords.evidenceHint}
        />
        <TextArea
          name="passedWithout"
          label={evidenceFormWords.passedWithoutLabel}
          rows={2}
          value={values.passedWithout}
          maxLength={textSizes.sentence}
          hint={evidenceFormWords.passedWithoutHint}
        />
      </div>
      <div className="acts">
        <SubmitButton busyText={evidenceFormWords.saving}>{evidenceFormWords.save}</SubmitButton>
      </div>
    </Form>
  </section>
)
