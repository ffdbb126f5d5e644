import { textSizes } from '#app/kit/limits.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { exitLabels } from '../core/exit-words.ts'
import type { ExitValues } from './exit-values.ts'
import { exitFieldsWords, gateWords } from './evidence-words.ts'

/** What a milestone asks for before it is closed. Posts `exitEvidence` and `gate`. */
export const ExitFields = ({ values }: { values: ExitValues | undefined }) => (
  <>
    <TextField
      name="exitEvidence"
      label={exitLabels.exitEvidence}
      value={values?.exitEvidence ?? ''}
      maxLength={textSizes.sentence}
      hint={exitFieldsWords.exitEvidenceHint}
    />
    <SelectField
      name="gate"
      label={exitLabels.gate}
      options={(['no', 'yes'] as const).map((value) => ({ value, text: gateWords[value] }))}
      value={values?.gate ?? 'no'}
    />
  </>
)
