import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { FormContext } from '#app/ui/form-context.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { SecurityFilter } from './security-filter.ts'
import { securityKindWords } from '../security-log/security-kind-words.ts'
import { securityKinds } from '../security-log/security-kinds.ts'
import { securityFilterWords } from './security-words.ts'

const kinds = [
  { value: '', text: securityFilterWords.all },
  ...securityKinds.map((value) => ({ value, text: securityKindWords[value] })),
]

type Fault = { field: string; message: string }

/** Filters the log; the filter is in the address. */
export function SecurityFilterForm({ filter, faults }: { filter: SecurityFilter; faults: Fault[] }) {
  const values = { from: filter.from ?? '', to: filter.to ?? '' }
  const reply = faults.length > 0 ? ({ status: 'invalid', message: '', faults, values } as const) : null
  return (
    <FormContext.Provider value={{ reply, busy: false }}>
      <Form method="get" className="log-filter" role="search" aria-label={securityFilterWords.title}>
        <SelectField name="kind" label={securityFilterWords.type} value={filter.kind ?? ''} options={kinds} />
        <TextField
          name="person"
          label={securityFilterWords.person}
          value={filter.person ?? ''}
          maxLength={200}
          autoComplete="off"
        />
        <DateField name="from" label={securityFilterWords.from} value={filter.from ?? ''} />
        <DateField name="to" label={securityFilterWords.to} value={filter.to ?? ''} />
        <Button type="submit">{securityFilterWords.show}</Button>
      </Form>
    </FormContext.Provider>
  )
}
