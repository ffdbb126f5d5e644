import type { Actor, Standing } from './policy.ts'

/** Who reads a plan: a person, and what that person is on it. */
export type PlanReader = {
  actor: Extract<Actor, { kind: 'member' | 'participant' }>
  standings: ReadonlySet<Standing>
}
