import { textSizes } from '#app/kit/limits.ts'
import { longestName } from '#app/kit/plain-text.ts'
import type { Option } from '#app/ui/option.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextArea, TextField } from '#app/ui/text-field.tsx'
import { capabilityLabels } from './capability-words.ts'
import { needFieldWords } from './sold-words.ts'

export type NeedFieldsProps = {
  need?: string
  why?: string
  askerId?: string
  /** The name of who asked, where that is no participant. */
  askerName?: string
  /** The participants of the plan. */
  askers: readonly Option[]
}

/** What the customer needs, in their words, why it matters, and who asked. */
export const NeedFields = ({ need = '', why = '', askerId = '', askerName = '', askers }: NeedFieldsProps) => (
  <div className="fields">
    <TextField
      name="need"
      label={capabilityLabels.need}
      value={need}
      maxLength={textSizes.sentence}
      hint={needFieldWords.needHint}
    />
    <TextArea
      name="why"
      label={capabilityLabels.why}
      value={why}
      rows={2}
      optional
      maxLength={textSizes.note}
      hint={needFieldWords.whyHint}
    />
    <SelectField
      name="askerId"
      label={capabilityLabels.askedBy}
      width="half"
      optional
      value={askerId}
      options={[
        { value: '', text: needFieldWords.noAsker },
        ...askers,
        { value: 'else', text: needFieldWords.elseAsker },
      ]}
    />
    <TextField
      name="askerName"
      label={capabilityLabels.askerName}
      width="half"
      optional
      value={askerName}
      maxLength={longestName}
    />
  </div>
)
