import { useState } from 'react'
import { systemClock, todayIn } from '#app/kit/clock.ts'
import { farDateQuestion } from '#app/kit/near-dates.ts'
import { isIsoDate } from '#app/schedule/dates.ts'
import { DateInput } from './date-input.tsx'
import { Field, type FieldProps } from './field.tsx'
import { oneValue } from './form-reply.ts'

export type DateFieldProps = FieldProps & { value?: string; min?: string; max?: string }

/** What is odd about a day far from the reader's today, which the server would ask back about too. */
const whyFarHere = (value: string) =>
  isIsoDate(value) ? farDateQuestion(value, todayIn(zoneHere(), systemClock.now())) : null

const zoneHere = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** A calendar day, by the browser's own date input. */
export function DateField({ value = '', min, max, ...field }: DateFieldProps) {
  const [far, setFar] = useState<string | null>(null)
  const { name, optional } = field
  return (
    <Field {...field}>
      {(control, posted) => (
        <>
          <DateInput
            {...control}
            name={name}
            min={min}
            max={max}
            held={optional && value !== '' ? value : undefined}
            defaultValue={oneValue(posted, value)}
            // Not while a year is typed digit by digit.
            onBlur={({ currentTarget }) => setFar(whyFarHere(currentTarget.value))}
          />
          <p className="hint" role="status">
            {far}
          </p>
        </>
      )}
    </Field>
  )
}
