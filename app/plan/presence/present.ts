import { useSyncExternalStore } from 'react'
import { type ToldPresence, noOneElse } from './told-presence.ts'

let present = noOneElse
const listeners = new Set<() => void>()

/** Takes what the page's stream tells; null as long as nothing is known. */
export function tellPresent(text: string | null): void {
  // The server's own text, as it is written for this page.
  present = text === null ? noOneElse : (JSON.parse(text) as ToldPresence)
  listeners.forEach((listener) => listener())
}

/** Who else has the plan of the page open. Asked apart from the page's data, so that the plan is not drawn again when someone comes. */
export const usePresent = (): ToldPresence =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => present,
    () => noOneElse,
  )
