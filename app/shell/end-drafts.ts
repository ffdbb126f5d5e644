import { useEffect } from 'react'
import { systemClock } from '#app/kit/clock.ts'
import { endDrafts, sweepDrafts } from '#app/ui/drafts.ts'
import type { ShellViewer } from './shell-viewer.ts'

/** In the browser: signing out, here or everywhere, deletes every draft in this browser, since the next user may be someone else. */
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
 * Deletes drafts of people who signed out of this browser. An expired session deletes none: its person may come back. A
 * human has one person record per workspace.
 */
export function useDraftsOfOthersEnded(viewer: ShellViewer | null) {
  const person = viewer && viewer.among === null ? viewer.id : null
  useEffect(() => {
    if (person !== null) sweepDrafts(person, systemClock.now())
  }, [person])
}
