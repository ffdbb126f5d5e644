import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether this browser can use passkeys; null on the server and where script is off. */
export const usePasskeySupport = (): boolean | null =>
  useSyncExternalStore(
    never,
    () => 'PublicKeyCredential' in window,
    () => null,
  )
