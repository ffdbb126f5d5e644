import { textSizes } from '#app/kit/limits.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { milestoneEvidenceLabels } from '../core/milestone-evidence-words.ts'
import type { EvidenceValues } from './evidence-values.ts'
import { evidenceFieldsWords, gateWords } from './evidence-words.ts'

/** What a milestone asks for before it is reached. Posts `exitEvidence` and `gate`. */
export const EvidenceFields = ({ values }: { values: EvidenceValues | undefined }) => (
  <>
    <TextField
      name="exitEvidence"
      label={milestoneEvidenceLabels.exitEvidence}
      value={values?.exitEvidence ?? ''}
      maxLength={textSizes.sentence}
      hint={evidenceFieldsWords.exitEvidenceHint}
    />
    <SelectField
      name="gate"
      label={milestoneEvidenceLabels.gate}
      options={(['no', 'yes'] as const).map((value) => ({ value, text: gateWords[value] }))}
      value={values?.gate ?? 'no'}
    />
  </>
)
