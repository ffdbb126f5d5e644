import type { ActorSide, Sight } from '#app/policy/policy.ts'

/** Someone who can be mentioned on a plan. */
export type Person = {
  id: string
  name: string
  side: ActorSide
  /** Whose internal comments and private tasks they read. */
  sight: Sight
  /** Whether they lead the plan for their side: the lead, or the champion. */
  leads: boolean
}

/** Whether someone reads what is visible to this side alone; null is both sides. */
export const readsVisibleTo = (sight: Sight, visibleTo: ActorSide | null): boolean =>
  visibleTo === null || visibleTo === sight
