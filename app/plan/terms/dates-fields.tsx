import type { ReactNode } from 'react'
import { DateField } from '#app/ui/date-field.tsx'
import { TextArea } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import type { DatesValues } from './dates-values.ts'
import { datesFieldsWords, termLabels } from '../core/terms-words.ts'

const noDates: DatesValues = { criticalDate: '', criticalReason: '', ifMissed: '' }

type DatesFieldsProps = {
  values?: DatesValues
  today?: string
  /** What is said of the critical date, below it. */
  note?: ReactNode
}

/** The critical date, what drives it, and what happens if it is missed. Posts `criticalDate`, `criticalReason`, `ifMissed`. */
export function DatesFields({ values = noDates, today, note }: DatesFieldsProps) {
  return (
    <div className="fields">
      <DateField
        name="criticalDate"
        label={termLabels.criticalDate}
        width="half"
        min={today}
        value={values.criticalDate}
        hint={datesFieldsWords.criticalDateHint}
      />
      {note}
      <TextArea
        name="criticalReason"
        label={termLabels.criticalReason}
        rows={2}
        value={values.criticalReason}
        maxLength={textSizes.sentence}
        hint={datesFieldsWords.criticalReasonHint}
      />
      <TextArea
        name="ifMissed"
        label={termLabels.ifMissed}
        rows={2}
        optional
        value={values.ifMissed}
        maxLength={textSizes.sentence}
        hint={datesFieldsWords.ifMissedHint}
      />
    </div>
  )
}
