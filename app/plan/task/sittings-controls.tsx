import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { useId } from 'react'
import type { TypedSittings } from './sitting-form.ts'
import { isNearlyFull } from '#app/kit/limits.ts'
import { DateInput } from '#app/ui/date-input.tsx'
import { NumberInput } from '#app/ui/number-input.tsx'
import { useField } from '#app/ui/form-context.ts'
import { numberedDate } from './sittings-fields-words.ts'
import { mostDaysWords } from './task-form-words.ts'

/**
 * The controls of the sittings' fields. They take their values from the typed rule alone, since what was posted may have come
 * whole, from the chooser of a conflict.
 */
type Named = { name: keyof TypedSittings; label: string; hint?: string }
type Options = readonly { value: string; text: string }[]

/** A choice of one; `fault` is the id of what is wrong, and takes the focus here. */
export function PickField({
  name,
  label,
  hint,
  options,
  value,
  fault,
}: Named & { options: Options; value: string; fault?: string | undefined }) {
  const id = useId()
  return (
    <div className={fault ? 'field half bad' : 'field half'}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        name={`sittings.${name}`}
        defaultValue={value}
        aria-describedby={[fault, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined}
        aria-invalid={fault ? true : undefined}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a field with a fault takes the focus, also without JavaScript
        autoFocus={fault !== undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TypedProps = Named & { value: string; type?: 'text' | 'number' | 'date'; max?: number }

/** One line of text, a number or a day. */
export function SittingField({ name, label, hint, value, type = 'text', max }: TypedProps) {
  const id = useId()
  const { fault, posted } = useField(`sittings.${name}`)
  const control = {
    id,
    name: `sittings.${name}`,
    defaultValue: withoutDirectionMarks(value),
    'aria-invalid': fault ? true : undefined,
    'aria-describedby': [fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined,
  }
  return (
    <div className={fault ? 'field half bad' : 'field half'}>
      <label htmlFor={id}>{label}</label>
      {type === 'date' ? (
        <DateInput {...control} held={value} />
      ) : type === 'number' ? (
        <NumberInput {...control} isTyped={posted !== undefined} />
      ) : (
        <input {...control} type="text" maxLength={max} />
      )}
      <FieldFault id={id} fault={fault} />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type TicksProps = { name: keyof TypedSittings; legend: string; options: Options; ticked: readonly string[] }

/** Small boxes in a row, all under one name. */
export function TickFields({ name, legend, options, ticked }: TicksProps) {
  const id = useId()
  return (
    <fieldset className="ticks">
      <legend>{legend}</legend>
      {options.map(({ value, text }) => (
        <span key={value}>
          <input
            id={`${id}-${value}`}
            type="checkbox"
            name={`sittings.${name}`}
            value={value}
            defaultChecked={ticked.includes(value)}
          />
          <label htmlFor={`${id}-${value}`}>{text}</label>
        </span>
      ))}
    </fieldset>
  )
}

type DatesProps = { name: keyof TypedSittings; legend: string; values: readonly string[]; spare: number; most: number }

const FieldFault = ({ id, fault }: { id: string; fault: string | undefined }) =>
  fault ? (
    <p className="err" id={`${id}-fault`} role="alert">
      {fault}
    </p>
  ) : null

/** Days one by one; a blank one is none, so clearing takes a day away. Some wait to be filled. */
export function DateFields({ name, legend, values, spare, most }: DatesProps) {
  const id = useId()
  const { fault } = useField(`sittings.${name}`)
  return (
    <fieldset className="many-dates" aria-describedby={fault && `${id}-fault`}>
      <legend>{legend}</legend>
      {[...values, ...Array.from({ length: spare }, () => '')].map((value, at) => (
        <DateInput
          key={at}
          at={at}
          name={`sittings.${name}`}
          held={value}
          defaultValue={value}
          aria-label={numberedDate(legend, at + 1)}
        />
      ))}
      <FieldFault id={id} fault={fault} />
      {isNearlyFull(values.length, most) && <p className="hint">{mostDaysWords(most)}</p>}
    </fieldset>
  )
}
