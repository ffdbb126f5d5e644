import { useEffect } from 'react'
import { systemClock } from '#app/kit/clock.ts'
import { endDrafts, sweepDrafts } from '#app/ui/drafts.ts'
import type { ShellViewer } from './viewer.ts'

/** In the browser: signing out, here or everywhere, ends every draft that this browser keeps, since the next person may be another. */
export function endDraftsAtSignOut() {
  document.addEventListener(
    'submit',
    ({ target }) => {
      if (!(target instanceof HTMLFormElement)) return
      const isEverywhere = new FormData(target).get('intent') === 'sign-out-everywhere'
      if (isEverywhere || new URL(target.action).pathname === '/sign-out') endDrafts()
    },
    { capture: true },
  )
}

/**
 * Ends drafts of persons who are not signed in here any longer. A session that only ran out ends none: its person comes back. Where the
 * browser is signed in to several workspaces, the same human has several persons.
 */
export function useDraftsOfOthersEnded(viewer: ShellViewer | null) {
  const person = viewer && viewer.among === null ? viewer.id : null
  useEffect(() => {
    if (person !== null) sweepDrafts(person, systemClock.now())
  }, [person])
}
