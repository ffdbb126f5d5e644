import { type PlanState, planStates } from '#app/plan/stages.ts'

/** Which plans a member wants to see: all that are not archived when nothing is set, only archived ones with `archived`. */
export type PlansFilter = { state: PlanState | null; late: boolean; mine: boolean; archived: boolean }

/** Reads the filter of an address; what it does not know is passed over. */
export function readPlansFilter(search: URLSearchParams): PlansFilter {
  const state = planStates.find((it) => it === search.get('state')) ?? null
  const isSet = (name: string) => search.get(name) === 'yes'
  return { state, late: isSet('late'), mine: isSet('mine'), archived: isSet('archived') }
}
