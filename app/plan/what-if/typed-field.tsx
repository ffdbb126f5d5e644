import { type ReactNode, useId, useState } from 'react'
import { textSizes } from '#app/kit/limits.ts'
import type { Edit } from '../edits/edit.ts'

type TypedFieldProps = {
  label: ReactNode
  type: 'date' | 'number'
  /** What the tried plan says now. */
  value: string
  disabled?: boolean
  /** What the tried plan has against it. */
  fault?: string | undefined
  /** The edit that a text means, or what is wrong with it. */
  onType(text: string): Edit | string
  onEdit(edit: Edit): void
}

/** A field whose text is tried while it is typed; what is no value yet stays, with a message beside it. */
export function TypedField({ label, type, value, disabled, fault, onType, onEdit }: TypedFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState<{ text: string; fault?: string } | null>(null)
  const told = typed?.fault ?? fault
  return (
    <div className={told ? 'field bad' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type === 'number' ? 'text' : type}
        inputMode={type === 'number' ? 'numeric' : undefined}
        maxLength={type === 'number' ? textSizes.number : undefined}
        max={type === 'date' ? '9999-12-31' : undefined}
        value={typed?.text ?? value}
        disabled={disabled}
        aria-invalid={told ? true : undefined}
        aria-describedby={told ? `${id}-fault` : undefined}
        onChange={({ target }) => {
          const result = onType(target.value)
          setTyped(typeof result === 'string' ? { text: target.value, fault: result } : { text: target.value })
          if (typeof result !== 'string') onEdit(result)
        }}
        onBlur={() => setTyped((now) => (now?.fault ? now : null))}
      />
      {told && (
        <p className="err" id={`${id}-fault`}>
          {told}
        </p>
      )}
    </div>
  )
}
