import { useSyncExternalStore } from 'react'

let words = ''
const listeners = new Set<() => void>()

/** Announces to screen readers what just happened on the page, at the next pause. */
export function announce(news: string): void {
  // A screen reader announces the same text twice only if it differs.
  words = news === words ? `${news}\u00a0` : news
  listeners.forEach((listener) => listener())
}

/** What was announced last. */
export const useAnnounced = (): string =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => words,
    () => '',
  )
