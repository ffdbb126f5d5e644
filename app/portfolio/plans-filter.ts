import { paths } from '#app/kit/paths.ts'
import { planStates, stages } from '#app/plan/core/stages.ts'
import type { PlansFilter } from '#app/plan/summary/listed-plan.ts'

/** Reads the filter of an address; what it does not know is passed over. */
export function readPlansFilter(search: URLSearchParams): PlansFilter {
  const state = planStates.find((it) => it === search.get('state')) ?? null
  const stage = stages.find((it) => it === search.get('stage')) ?? null
  const isSet = (name: string) => search.get(name) === 'yes'
  return { state, stage, late: isSet('late'), mine: isSet('mine'), archived: isSet('archived') }
}

/** The address of the plans that a filter lets through. @param page as `writePlansPage` writes it */
export function plansPath(
  { state, stage, late, mine, archived }: PlansFilter,
  page: Readonly<Record<string, string>> = {},
) {
  return paths.plans({
    ...(state && { state }),
    ...(stage && { stage }),
    ...(late && { late: 'yes' }),
    ...(mine && { mine: 'yes' }),
    ...(archived && { archived: 'yes' }),
    ...page,
  })
}
