const kept = new Map<string, string[]>()
/** So many plans a process remembers; sentences are small, runs are not free. */
const most = 200

/** What was computed under a key, else computes it; the oldest is forgotten first. */
export async function recall(key: string, compute: () => Promise<string[]>): Promise<string[]> {
  const known = kept.get(key)
  if (known) return known
  const found = await compute()
  kept.set(key, found)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return found
}
