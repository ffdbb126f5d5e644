const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * `after`, with every part that is equal to the same part of `before` replaced by that object: what is drawn from a part that did not
 * change need not be drawn again. For plain data.
 */
export function keepEqual<Value>(before: unknown, after: Value): Value {
  if (Object.is(before, after)) return after
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((value: unknown, at) => keepEqual(before[at], value))
    const same = kept.length === before.length && kept.every((value, at) => value === before[at])
    // Equal part by part, so it is of the same kind.
    return (same ? before : kept) as Value
  }
  if (isPlain(before) && isPlain(after)) {
    let same = Object.keys(before).length === Object.keys(after).length
    const kept: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(after)) {
      kept[name] = keepEqual(before[name], value)
      if (kept[name] !== before[name]) same = false
    }
    return (same ? before : kept) as Value
  }
  return after
}
