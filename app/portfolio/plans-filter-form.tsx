import { Form } from '@remix-run/react'
import { planStates, stages } from '#app/plan/core/stages.ts'
import { stageNames } from '#app/plan/core/stage-name-words.ts'
import type { PlansFilter } from '#app/plan/summary/listed-plan.ts'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check-group.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { capital } from '#app/ui/name-words.ts'
import { plansFilterWords, stateWords } from './plans-words.ts'

/** Filters the plans; the filter is in the address, so that it can be bookmarked and shared. */
export function PlansFilterForm({ filter }: { filter: PlansFilter }) {
  return (
    <Form method="get" className="plans-filter" role="search" aria-label={plansFilterWords.label}>
      <SelectField
        name="state"
        label={plansFilterWords.state}
        width="third"
        value={filter.state ?? ''}
        options={[
          { value: '', text: plansFilterWords.all },
          ...planStates.map((state) => ({ value: state, text: capital(stateWords(state)) })),
        ]}
      />
      <SelectField
        name="stage"
        label={plansFilterWords.stage}
        width="third"
        value={filter.stage ?? ''}
        options={[
          { value: '', text: plansFilterWords.all },
          ...stages.map((stage) => ({ value: stage, text: stageNames[stage] })),
        ]}
      />
      <Check name="late" value="yes" label={plansFilterWords.late} checked={filter.late} />
      <Check name="mine" value="yes" label={plansFilterWords.mine} checked={filter.mine} />
      {filter.archived && <input type="hidden" name="archived" value="yes" />}
      <Button type="submit">{plansFilterWords.show}</Button>
    </Form>
  )
}
