import { numberAt } from './number-at.ts'

/** Links as rows: those that task `t` waits for are `first[t]` to `first[t + 1] - 1`. */
export type LinkTable = {
  readonly first: Int32Array
  readonly from: Int32Array
  readonly type: Uint8Array
  readonly lag: Int32Array
}

/** Either every task after all it waits for, or the cycles found: in each, every task works before the next. */
export type TaskOrder = { order: Int32Array; cycles: number[][] }

const open = 1
const closed = 2

/**
 * Sorts tasks topologically, depth first and without recursion. If that is impossible, it reports the cycles, tasks in working
 * order: at least one of each cyclic group, and no more than name every task twice.
 */
export function orderTasks(size: number, links: LinkTable): TaskOrder {
  const order = new Int32Array(size)
  if (alreadyOrdered(size, links)) {
    for (let task = 0; task < size; task++) order[task] = task
    return { order, cycles: [] }
  }
  const cycles: number[][] = []
  const state = new Uint8Array(size)
  const next = links.first.slice(0, size)
  const stack = new Int32Array(size)
  const told = new Uint8Array(size)
  let room = 2 * size
  let placed = 0
  for (let root = 0; root < size; root++) {
    if (numberAt(state, root) !== 0) continue
    let depth = 0
    stack[0] = root
    state[root] = open
    while (depth >= 0) {
      const task = numberAt(stack, depth)
      const link = numberAt(next, task)
      if (link === numberAt(links.first, task + 1)) {
        state[task] = closed
        order[placed++] = task
        depth--
        continue
      }
      next[task] = link + 1
      const from = numberAt(links.from, link)
      if (numberAt(state, from) === 0) {
        state[from] = open
        stack[++depth] = from
      } else if (
        numberAt(state, from) === open &&
        (numberAt(told, from) === 0 || numberAt(told, task) === 0) &&
        room > 0
      ) {
        const cycle = cycleOf(stack, depth, from)
        for (const member of cycle) told[member] = 1
        room -= cycle.length
        cycles.push(cycle)
      }
    }
  }
  return { order, cycles }
}

/** Most requests list their tasks in an order in which they can be worked. */
function alreadyOrdered(size: number, links: LinkTable): boolean {
  for (let task = 0; task < size; task++)
    for (let link = numberAt(links.first, task); link < numberAt(links.first, task + 1); link++)
      if (numberAt(links.from, link) >= task) return false
  return true
}

/** The stack leads from a task to what it waits for; its tail, read backwards, is the working order. */
function cycleOf(stack: Int32Array, depth: number, from: number): number[] {
  const cycle: number[] = []
  for (let i = depth; numberAt(stack, i) !== from; i--) cycle.push(numberAt(stack, i))
  cycle.push(from)
  return cycle
}
