import { withoutDirectionMarks } from '#db/without-direction-marks.ts'
import { type ComponentProps, type ReactNode, useState } from 'react'
import { isNearlyFull } from '#app/kit/limits.ts'
import type { ControlProps, FieldProps } from './field.tsx'
import { Field } from './field.tsx'
import { oneValue } from './form-reply.ts'
import { RoomLeft } from './room-left.tsx'

type InputProps = Pick<ComponentProps<'input'>, 'autoComplete' | 'list' | 'placeholder' | 'inputMode'> & {
  /** Of `textSizes`, as its schema. */
  maxLength: number
}

export type TextFieldProps = FieldProps & InputProps & { value?: string; type?: 'text' | 'email' }

/** One line of text. */
export function TextField({
  value = '',
  type = 'text',
  autoComplete,
  list,
  maxLength,
  placeholder,
  inputMode,
  ...field
}: TextFieldProps) {
  const input = { type, autoComplete, list, placeholder, inputMode }
  return (
    <Field {...field}>
      {(control, posted) => (
        <WithRoom control={control} maxLength={maxLength} begun={withoutDirectionMarks(oneValue(posted, value))}>
          {(bounded) => <input {...bounded} {...input} dir="auto" />}
        </WithRoom>
      )}
    </Field>
  )
}

type Bounded = ControlProps & {
  maxLength: number
  defaultValue: string
  onInput: (event: { currentTarget: { value: string } }) => void
}

type WithRoomProps = {
  control: ControlProps
  maxLength: number
  begun: string
  children: (bounded: Bounded) => ReactNode
}

/** A text field with a maximum length, which shows how many characters are left when few are. */
function WithRoom({ control, maxLength, begun, children }: WithRoomProps) {
  const [typed, setTyped] = useState<string>()
  const { length } = typed ?? begun
  const roomId = isNearlyFull(length, maxLength) ? `${control.id}-room` : undefined
  const described = [control['aria-describedby'], roomId].filter(Boolean).join(' ') || undefined
  return (
    <>
      {children({
        ...control,
        'aria-describedby': described,
        maxLength,
        defaultValue: begun,
        onInput: ({ currentTarget }) => setTyped(currentTarget.value),
      })}
      {roomId && <RoomLeft id={roomId} left={maxLength - length} most={maxLength} />}
    </>
  )
}

export type TextAreaProps = FieldProps &
  Pick<ComponentProps<'textarea'>, 'autoComplete' | 'inputMode' | 'spellCheck'> & {
    value?: string
    rows?: number
    /** Of `textSizes`, as its schema. */
    maxLength: number
  }

/** Several lines of text. */
export function TextArea({
  value = '',
  rows = 3,
  maxLength,
  autoComplete,
  inputMode,
  spellCheck,
  ...field
}: TextAreaProps) {
  const area = { rows, autoComplete, inputMode, spellCheck }
  return (
    <Field {...field}>
      {(control, posted) => (
        <WithRoom control={control} maxLength={maxLength} begun={withoutDirectionMarks(oneValue(posted, value))}>
          {(bounded) => <textarea {...bounded} {...area} dir="auto" />}
        </WithRoom>
      )}
    </Field>
  )
}

/** A colour, by the browser's own picker; posts `#rrggbb`. */
export function ColourField({ value = '', ...field }: FieldProps & { value?: string }) {
  return (
    <Field {...field}>
      {(control, posted) => {
        // The browser's picker has a value always, so it is not asked for.
        const { 'aria-required': _required, ...rest } = control
        return <input {...rest} type="color" defaultValue={oneValue(posted, value)} />
      }}
    </Field>
  )
}

/** A file. What was chosen cannot be shown again after a refused post. */
export function FileField({ accept, ...field }: FieldProps & { accept: string }) {
  return (
    <Field {...field}>
      {(control) => {
        const { 'aria-required': _required, ...rest } = control
        return <input {...rest} type="file" accept={accept} />
      }}
    </Field>
  )
}
