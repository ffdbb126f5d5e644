import type { PersonHere } from '#app/kit/presence-table.ts'
import type { PersonActor, Standing } from '#app/policy/policy.ts'

/** A person who has a plan open. The customer knows the vendor's lead and team; both sides know everyone of the customer on the plan. */
export function personHere(
  { id, name, ...actor }: Pick<PersonActor, 'id' | 'name' | 'kind'>,
  standings: ReadonlySet<Standing>,
): PersonHere {
  const side = actor.kind === 'member' ? 'vendor' : 'customer'
  return { id, name, side, isKnown: side === 'customer' || standings.has('lead') || standings.has('team') }
}
