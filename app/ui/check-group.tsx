import type { ReactNode } from 'react'
import { useContext, useId } from 'react'
import { FormContext, useField } from './form-context.ts'

export type CheckProps = {
  name: string
  value: string
  label: string
  checked?: boolean
  hint?: ReactNode
  /** Shown below the label while it is ticked, and always without `:has`. */
  children?: ReactNode
}

/** One check box. */
export function Check({ name, value, label, checked = false, hint, children }: CheckProps) {
  const id = useId()
  const { posted, fault } = useField(name)
  const { reply } = useContext(FormContext)
  // A box that is not ticked is not posted: where the form was answered, that is what was sent.
  const isAnswered = reply !== null && reply.status !== 'done'
  const isChecked = isAnswered ? [posted ?? []].flat().includes(value) : checked
  const hintId = hint ? `${id}-hint` : undefined
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChecked}
        aria-describedby={hintId}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a field with a fault takes the focus, also without JavaScript
        autoFocus={fault !== undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {children && <div className="more">{children}</div>}
    </div>
  )
}

export type CheckGroupProps = {
  name: string
  legend: string
  hint?: ReactNode
  options: readonly { value: string; label: string; hint?: ReactNode; checked?: boolean; children?: ReactNode }[]
}

/** Check boxes with one name; any number may be checked. */
export function CheckGroup({ name, legend, hint, options }: CheckGroupProps) {
  const id = useId()
  const { fault, isLone } = useField(name)
  return (
    <fieldset className={fault ? 'field bad' : 'field'} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="label">{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      {options.map((option) => (
        <Check key={option.value} name={name} {...option} />
      ))}
      {fault && (
        <p className="err" id={`${id}-fault`} role={isLone ? 'alert' : undefined}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}
