import type { StreamLimits } from './limits.ts'

/** The event streams that are open in this process: bounded, and ended together at a stop. */
export type EventStreams = {
  /**
   * Reserves a place for one stream.
   * @param end ends the stream; called at a stop
   * @returns a function that frees the place, or undefined where the session or the process has its maximum
   */
  open(sessionId: string, end: () => void): (() => void) | undefined
  endAll(): void
  count(): number
}

/** Counts the open streams of this process, and ends them together. `open` returns undefined where a limit is reached. */
export function createEventStreams({ perSession, perProcess }: StreamLimits): EventStreams {
  const open = new Set<() => void>()
  const bySession = new Map<string, number>()
  return {
    open(sessionId, end) {
      const ofSession = bySession.get(sessionId) ?? 0
      if (ofSession >= perSession || open.size >= perProcess) return undefined
      // A new function, so that the same `end` given twice counts twice.
      const entry = () => end()
      open.add(entry)
      bySession.set(sessionId, ofSession + 1)
      return () => {
        if (!open.delete(entry)) return
        const left = (bySession.get(sessionId) ?? 1) - 1
        if (left === 0) bySession.delete(sessionId)
        else bySession.set(sessionId, left)
      }
    },
    endAll() {
      for (const end of [...open]) end()
    },
    count: () => open.size,
  }
}
