import type { BareGraph } from './schedule-graphs.ts'

const at = (numbers: Int32Array, index: number): number => numbers[index] ?? 0

/** A topological sort (Kahn's algorithm). */
export function bareOrder({ size, first, firstAfter, after }: BareGraph): Int32Array {
  const order = new Int32Array(size)
  const waiting = new Int32Array(size)
  let placed = 0
  for (let task = 0; task < size; task++) {
    waiting[task] = at(first, task + 1) - at(first, task)
    if (waiting[task] === 0) order[placed++] = task
  }
  for (let done = 0; done < placed; done++) {
    const task = at(order, done)
    for (let row = at(firstAfter, task), end = at(firstAfter, task + 1); row < end; row++) {
      const next = at(after, row)
      const left = at(waiting, next) - 1
      waiting[next] = left
      if (left === 0) order[placed++] = next
    }
  }
  return order
}

/** Early finishes in plain days, every link finish to start, no calendar. */
export function bareForward(graph: BareGraph, order: Int32Array, finish: Int32Array): number {
  const { first, from, duration } = graph
  let last = 0
  for (let i = 0; i < graph.size; i++) {
    const task = at(order, i)
    let start = 0
    for (let row = at(first, task), end = at(first, task + 1); row < end; row++) {
      const before = at(finish, at(from, row))
      if (before > start) start = before
    }
    const end = start + at(duration, task)
    finish[task] = end
    if (end > last) last = end
  }
  return last
}

/** Late finishes, in the same way. */
function bareBackward(graph: BareGraph, order: Int32Array, late: Int32Array, last: number): void {
  const { firstAfter, after, duration } = graph
  for (let i = graph.size - 1; i >= 0; i--) {
    const task = at(order, i)
    let latest = last
    for (let row = at(firstAfter, task), end = at(firstAfter, task + 1); row < end; row++) {
      const next = at(after, row)
      const start = at(late, next) - at(duration, next)
      if (start < latest) latest = start
    }
    late[task] = latest
  }
}

/** The baseline: a topological sort and a bare forward and backward pass. */
export function barePasses(graph: BareGraph): Int32Array {
  const order = bareOrder(graph)
  const finish = new Int32Array(graph.size)
  const late = new Int32Array(graph.size)
  bareBackward(graph, order, late, bareForward(graph, order, finish))
  return late
}
