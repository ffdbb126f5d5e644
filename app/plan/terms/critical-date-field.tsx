import { DateField } from '#app/ui/date-field.tsx'
import { datesFieldsWords, termLabels } from '../core/terms-words.ts'

/** The date by which the customer needs the solution. Posts `criticalDate`. */
export const CriticalDateField = ({ value = '', min }: { value?: string; min?: string }) => (
  <DateField
    name="criticalDate"
    label={termLabels.criticalDate}
    width="half"
    min={min}
    value={value}
    hint={datesFieldsWords.criticalDateHint}
  />
)
