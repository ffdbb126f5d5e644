/** Places that wait for each other in a circle, in the order in which they are worked; null where there is none. @param after what each place waits for */
export function findCycle(after: readonly (readonly number[])[]): number[] | null {
  const state = after.map((): 'new' | 'open' | 'over' => 'new')
  const path: number[] = []
  const visit = (at: number): number[] | null => {
    if (state[at] === 'over') return null
    if (state[at] === 'open') return path.slice(path.indexOf(at)).reverse()
    state[at] = 'open'
    path.push(at)
    for (const next of after[at] ?? []) {
      const found = visit(next)
      if (found) return found
    }
    path.pop()
    state[at] = 'over'
    return null
  }
  for (const at of after.keys()) {
    const found = visit(at)
    if (found) return found
  }
  return null
}
