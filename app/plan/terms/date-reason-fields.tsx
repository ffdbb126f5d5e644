import { TextArea } from '#app/ui/text-field.tsx'
import { textSizes } from '#app/kit/limits.ts'
import { datesFieldsWords, termLabels } from '../core/terms-words.ts'

type Props = { values?: { criticalReason: string; ifMissed: string } }

/** What drives the critical date, and what happens if it is missed. Posts `criticalReason`, `ifMissed`. */
export function DateReasonFields({ values = { criticalReason: '', ifMissed: '' } }: Props) {
  return (
    <>
      <TextArea
        name="criticalReason"
        label={termLabels.criticalReason}
        rows={2}
        optional={values.criticalReason === ''}
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
    </>
  )
}
