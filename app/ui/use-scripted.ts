import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True once the page's JavaScript runs; false on the server and without JavaScript. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
