import type { PersonActor, Standing } from './policy.ts'

/** Who reads a plan: a person, and what that person is on it. */
export type PlanReader = {
  actor: PersonActor
  standings: ReadonlySet<Standing>
}
