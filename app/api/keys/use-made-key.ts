import { useState } from 'react'

type Made = { status: 'made'; keyId: string; name: string; key: string }
type Listed = { id: string; state: 'works' | 'expired' | 'revoked' }

const isMade = (answer: { status: string } | undefined): answer is Made => answer?.status === 'made'

/**
 * The key that was made last on this page, until it ends. It stays when a later form is answered: it is not shown again once it is gone.
 * @param keys as the page lists them, which may be from before it was made
 */
export function useMadeKey(answer: { status: string } | undefined, keys: readonly Listed[]): Made | undefined {
  const [made, setMade] = useState(isMade(answer) ? answer : undefined)
  if (isMade(answer) && answer !== made) setMade(answer)
  const hasEnded = keys.some(({ id, state }) => id === made?.keyId && state !== 'works')
  return hasEnded ? undefined : made
}
