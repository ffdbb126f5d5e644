/** The event streams that are open now, so that a stop can end what would otherwise never finish. */
export type EventStreams = { add(end: () => void): () => void; endAll(): void; count(): number }

export function createEventStreams(): EventStreams {
  const open = new Set<() => void>()
  return {
    add(end) {
      open.add(end)
      return () => void open.delete(end)
    },
    endAll() {
      for (const end of open) end()
    },
    count: () => open.size,
  }
}
