import type { TaskView } from '../view/plan-view.ts'
import { type Actor, type Standing, mayEver, sideOf, sightOf } from '#app/policy/policy.ts'
import type { ViewerSide } from '../core/viewer-side.ts'

/** Whose word is asked for, and who would give it. */
type Giver = { id: string; side: ViewerSide; /** Whether they may change the plan for a company. */ mayEdit: boolean }

/** A person that the champion has not accepted yet promises for no one else. */
export const giverOf = (actor: Actor, standings: ReadonlySet<Standing>): Giver => ({
  id: actor.id,
  side: sideOf(actor),
  mayEdit: mayEver('edit-task', standings) && sightOf(standings) !== 'shared',
})

/**
 * Whether someone may promise a date for a task: its owner, whatever their role, or someone who may change the plan, for an owner of their
 * own side. No one gives the other side's word.
 */
export function mayPromise({ owner, side }: Pick<TaskView, 'owner' | 'side'>, giver: Giver): boolean {
  if (owner === null) return false
  if (owner.id === giver.id) return true
  const ownSide = owner.kind === 'member' ? 'vendor' : owner.kind === 'participant' ? 'customer' : side
  return giver.mayEdit && (ownSide === giver.side || ownSide === 'both')
}
