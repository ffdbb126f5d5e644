import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True once the page's JavaScript runs; false on the server and without JavaScript. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/**
 * The same for what is large: it is drawn again piece by piece, a moment later, so that a phone answers its reader meanwhile. `useScripted`
 * draws at once, before the browser can do anything else.
 */
export function useScriptedSoon(): boolean {
  const [isScripted, note] = useState(false)
  useEffect(() => startTransition(() => note(true)), [])
  return isScripted
}
