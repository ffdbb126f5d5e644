import { Form } from '@remix-run/react'
import { useId } from 'react'
import { textSizes } from '#app/kit/limits.ts'
import { Button } from '#app/ui/button.tsx'
import { FormContext } from '#app/ui/form-context.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import type { ActivityFilter } from './activity-filter.ts'
import { activityTopics } from './activity-topics.ts'
import { activityFilterWords, topicWords } from './activity-page-words.ts'

export type ActivityFilterFormProps = {
  filter: ActivityFilter
  faults: { field: string; message: string }[]
  /** Companies and people who changed something. */
  names: readonly string[]
}

const topics = [
  { value: '', text: activityFilterWords.everything },
  ...activityTopics.map((value) => ({ value, text: topicWords[value] })),
]

/** Narrows the list of changes; the filter is in the address, so that it can be bookmarked and shared. */
export function ActivityFilterForm({ filter, faults, names }: ActivityFilterFormProps) {
  const id = useId()
  const values = { from: filter.from ?? '', to: filter.to ?? '' }
  const reply = faults.length > 0 ? ({ status: 'invalid', message: '', faults, values } as const) : null
  return (
    <FormContext.Provider value={{ reply, busy: false }}>
      <Form method="get" className="log-filter" role="search" aria-label={activityFilterWords.label}>
        <SelectField name="about" label={activityFilterWords.about} value={filter.about ?? ''} options={topics} />
        <TextField
          name="by"
          label={activityFilterWords.by}
          value={filter.by ?? ''}
          maxLength={textSizes.title}
          autoComplete="off"
          list={`${id}-names`}
        />
        <datalist id={`${id}-names`}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <DateField name="from" label={activityFilterWords.from} value={filter.from ?? ''} />
        <DateField name="to" label={activityFilterWords.to} value={filter.to ?? ''} />
        <Button type="submit">{activityFilterWords.show}</Button>
      </Form>
    </FormContext.Provider>
  )
}
