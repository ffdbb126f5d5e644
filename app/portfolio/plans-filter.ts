import { type PlanState, planStates } from '#app/plan/model.ts'

/** Which plans a member wants to see; all of them when nothing is set. */
export type PlansFilter = { state: PlanState | null; late: boolean; mine: boolean }

/** Reads the filter of an address; what it does not know is passed over. */
export function readPlansFilter(search: URLSearchParams): PlansFilter {
  const state = planStates.find((it) => it === search.get('state')) ?? null
  return { state, late: search.get('late') === 'yes', mine: search.get('mine') === 'yes' }
}
