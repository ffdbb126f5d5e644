import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** True once the page's script runs; false on the server and where script is off. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
