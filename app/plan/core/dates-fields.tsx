import { DateField, TextArea } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import type { DatesValues } from './dates-values.ts'

const noDates: DatesValues = { criticalDate: '', criticalReason: '', ifMissed: '' }

/** The critical date, what drives it, and what happens if it is missed. Posts `criticalDate`, `criticalReason`, `ifMissed`. */
export function DatesFields({ values = noDates, today }: { values?: DatesValues; today?: string }) {
  return (
    <div className="fields">
      <DateField
        name="criticalDate"
        label="Critical date"
        width="half"
        min={today}
        value={values.criticalDate}
        hint="The date you need to be live by"
      />
      <TextArea
        name="criticalReason"
        label="Why this date"
        rows={2}
        value={values.criticalReason}
        maxLength={textSizes.sentence}
        hint="For example: the half-year audit starts on the 16th"
      />
      <TextArea
        name="ifMissed"
        label="If it is missed"
        rows={2}
        optional
        value={values.ifMissed}
        maxLength={textSizes.sentence}
        hint="What happens, and who is affected"
      />
    </div>
  )
}
