import type { ReactNode } from 'react'
import { useId } from 'react'
import { useField } from './form-context.ts'
import { formWords } from './form-words.ts'

export type FieldWidth = 'full' | 'half' | 'third'

export type FieldProps = {
  name: string
  label: string
  hint?: ReactNode
  /** What the field asks, above its label, where that is a term. */
  question?: string | undefined
  optional?: boolean
  width?: FieldWidth
}

/** Attributes that connect a control with its label, hint and error. */
export type ControlProps = {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  /** On every field with a fault: the browser takes the first on the page, so focus goes there also without JavaScript. */
  autoFocus: boolean
}

type Props = FieldProps & { children: (control: ControlProps, posted: string | string[] | undefined) => ReactNode }

/** A label, its control, a question, a hint and an error. */
export function Field({ name, label, hint, question, optional = false, width = 'full', children }: Props) {
  const id = useId()
  const { fault, isLone, posted } = useField(name)
  const hintId = hint ? `${id}-hint` : undefined
  const questionId = question ? `${id}-question` : undefined
  const faultId = fault ? `${id}-fault` : undefined
  const control: ControlProps = {
    id,
    name,
    'aria-describedby': [faultId, questionId, hintId].filter(Boolean).join(' ') || undefined,
    'aria-invalid': fault ? true : undefined,
    'aria-required': optional ? undefined : true,
    autoFocus: fault !== undefined,
  }
  return (
    <div className={['field', width === 'full' ? '' : width, fault ? 'bad' : ''].filter(Boolean).join(' ')}>
      {question && (
        <p className="field-question" id={questionId}>
          {question}
        </p>
      )}
      <div className="label">
        <label htmlFor={id}>{label}</label>
        {optional && <span className="optional"> {formWords.optional}</span>}
      </div>
      {children(control, posted)}
      {fault && (
        <p className="err" id={faultId} role={isLone ? 'alert' : undefined}>
          {fault}
        </p>
      )}
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
