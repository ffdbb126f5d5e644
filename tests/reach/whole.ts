import { type CommandName, ruleOf } from '#app/policy/policy.ts'
import type { Asker, Cast } from './cast.ts'

/**
 * Whether every combination is tried, as `npm run reach` does. `npm test` leaves out those that take the same way through the app as
 * others that it tries.
 */
export const isWhole = Boolean(process.env.WHOLE)

/**
 * A third of the items of each kind, at least one, and other ones at each turn.
 * @param turn a running number: after three turns every item has come up
 */
export function someOfEach<Item>(items: readonly Item[], turn: number, kindOf: (item: Item) => unknown): Item[] {
  if (isWhole) return [...items]
  const kinds = new Map<unknown, Item[]>()
  for (const item of items) kinds.set(kindOf(item), [...(kinds.get(kindOf(item)) ?? []), item])
  return [...kinds.values()].flatMap((same) => same.filter((_, at) => (at + turn) % Math.min(3, same.length) === 0))
}

/** Of the admin and the champion who may give the command; both where neither may. */
export function sendersOf(command: CommandName, { askers, home }: Cast): Asker[] {
  const both = askers.filter(({ name }) => ['admin', 'champion'].includes(name))
  if (both.length !== 2) throw new Error('The cast has no admin or no champion.')
  const mayGive = ({ workspace, plans }: Asker) =>
    [...(workspace ?? []), ...(plans.get(home.planId) ?? [])].some((it) => ruleOf(command).who.includes(it))
  const those = both.filter(mayGive)
  return isWhole || those.length === 0 ? both : those
}
