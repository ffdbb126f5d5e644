import { type CommandName, commandRuleOf } from '#app/policy/policy.ts'
import { runTurn } from '#tests/harness/turn.ts'
import type { Asker, Cast } from './cast.ts'

/**
 * Whether every combination is tried, as `npm run reach` does. `npm test` leaves out those that take the same way through the app as
 * others that it tries.
 */
export const triesEveryCombination = Boolean(process.env.WHOLE)

/**
 * A third of the items, at least one of each kind, and other ones each time it is asked about the same place. Each place has its own
 * count: with one for all places, as many places as a multiple of three would leave out the same items at each of them for good.
 * @returns picks from `items` for a place: after three picks for it every item has come up, also where the kinds change between them
 */
export function takeTurns() {
  const turns = new Map<string, number>()
  return <Item>(place: string, items: readonly Item[], kindOf: (item: Item) => unknown): Item[] => {
    if (triesEveryCombination) return [...items]
    const turn = turns.get(place) ?? turns.size
    turns.set(place, turn + 1)
    const picked = new Set(items.filter((_, at) => (at + turn) % 3 === 0))
    const kinds = new Set([...picked].map(kindOf))
    for (const same of Map.groupBy(items, kindOf).values()) {
      const one = same[turn % same.length]
      if (one !== undefined && !kinds.has(kindOf(one))) picked.add(one)
    }
    return [...picked]
  }
}

/** Of some items every so manieth, others at each of `parts` successive turns, until all have come up. */
export const partOf = <Item>(items: readonly Item[], parts: number, turn: number): Item[] =>
  items.filter((_, at) => (at + turn) % parts === 0)

/**
 * The part of a sweep that this commit tries; others try the rest, `npm run reach` all of it.
 * @param parts how many parts there are
 * @param shift tells apart several that ask about the same items, so that they get different ones
 */
export const ofThisTurn = <Item>(items: readonly Item[], parts: number, shift = 0): Item[] =>
  triesEveryCombination ? [...items] : partOf(items, parts, runTurn() + shift)

/** Of the admin and the champion who may give the command; both where neither may. */
export function sendersOf(command: CommandName, { askers, home }: Cast): Asker[] {
  const both = askers.filter(({ name }) => ['admin', 'champion'].includes(name))
  if (both.length !== 2) throw new Error('The cast has no admin or no champion.')
  const mayGive = ({ workspace, plans }: Asker) =>
    [...(workspace ?? []), ...(plans.get(home.planId) ?? [])].some((it) => commandRuleOf(command).who.includes(it))
  const those = both.filter(mayGive)
  return triesEveryCombination || those.length === 0 ? both : those
}
