/**
 * What takes a while to find, kept by a key until newer keys need the room; whatever the key is made of must say all that the
 * answer depends on. Who asks while it is being found waits for the same answer. What failed is not kept.
 * @param most how many answers are kept; the one that was asked for longest ago goes first
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
