import { useState } from 'react'

type Made = { status: 'made'; name: string; key: string }

const isMade = (answer: { status: string } | undefined): answer is Made => answer?.status === 'made'

/** The key that was made last on this page. It stays when a later form is answered: it is not shown again once it is gone. */
export function useMadeKey(answer: { status: string } | undefined): Made | undefined {
  const [made, setMade] = useState(isMade(answer) ? answer : undefined)
  if (isMade(answer) && answer !== made) setMade(answer)
  return made
}
