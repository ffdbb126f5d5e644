/**
 * A cache for slow answers. The key must cover everything that the answer depends on. Requests for an answer that is being
 * computed wait for it. Failures are not cached.
 * @param most how many answers are kept; the least recently used is dropped first
 */
export function makeMemory<Answer>(most: number) {
  const kept = new Map<string, Promise<Answer>>()
  return (key: string, find: () => Promise<Answer>): Promise<Answer> => {
    const known = kept.get(key) ?? find()
    kept.delete(key)
    kept.set(key, known)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    known.catch(() => kept.get(key) === known && kept.delete(key))
    return known
  }
}
