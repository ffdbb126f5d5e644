import { useEffect, useRef } from 'react'
import type { OpenWhatIf } from './open-what-if.ts'
import { typedDate } from './typed-date.ts'
import { TypedField } from './typed-field.tsx'
import type { GoalField, WhatIfAsk } from './what-if-asks.ts'
import { goalFieldsWords } from './what-if-words.ts'

const fields = ['criticalDate', 'winBy'] as const satisfies readonly GoalField[]

type GoalFieldsProps = { open: OpenWhatIf; at: GoalField; ask: (ask: WhatIfAsk) => void }

/** The plan's two dates, to be tried by typing; the focus is in the one that was selected. */
export function GoalFields({ open, at, ask }: GoalFieldsProps) {
  const { material, rows, faults } = open
  const all = useRef<HTMLFieldSetElement>(null)
  useEffect(() => all.current?.querySelectorAll('input')[fields.indexOf(at)]?.focus(), [at])
  return (
    <fieldset className="task-fields" ref={all}>
      <legend>{goalFieldsWords.legend}</legend>
      {fields.map((field) => (
        <TypedField
          key={field}
          label={goalFieldsWords[field]}
          type="date"
          value={rows.plan[field]}
          fault={faults.find((fault) => fault.field === field)?.message}
          onType={(text) => typedDate(text, material.today, (value) => ({ field, value }))}
          onEdit={(edit) => ask({ do: 'edit', edits: [edit] })}
        />
      ))}
    </fieldset>
  )
}
