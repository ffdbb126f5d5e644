import { type Actor, type ActorSide, sideOf } from '#app/policy/policy.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { refusals } from '#app/runner/refusal-words.ts'

export type Author = { id: string; name: string; side: ActorSide }

/** The person who writes. @throws Refusal 403 for a program or the holder of a link */
export function authorOf(actor: Actor): Author {
  if (actor.kind !== 'member' && actor.kind !== 'participant') throw new Refusal(403, refusals.peopleOnly)
  return { id: actor.id, name: actor.name, side: sideOf(actor) }
}
