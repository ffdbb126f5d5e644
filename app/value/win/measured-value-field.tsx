import { type FormReply, oneValue, postedValue } from '#app/ui/form-reply.ts'
import { NumberField } from '#app/ui/number-field.tsx'
import { winFieldWords } from './win-field-words.ts'

type Props = { unit: string; reply: FormReply | null | undefined; hint?: string }

/** A value that was measured, in every form that takes one; empty at first, and afterwards what was posted. */
export const MeasuredValueField = ({ unit, reply, hint }: Props) => (
  <NumberField
    name="measuredValue"
    label={winFieldWords.measuredValue}
    decimals
    unit={unit}
    width="half"
    value={oneValue(postedValue(reply, 'measuredValue'), '')}
    hint={hint}
  />
)
