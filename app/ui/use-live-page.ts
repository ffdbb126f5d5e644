import { useFetchers, useNavigation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { followChanges } from './follow-changes.ts'
import { unpackedPage } from './unpacked-page.ts'
import { useRefresh } from './use-refresh.ts'

/** Whether a form is sent or a page loads at this moment: React tells it only once it has drawn. */
function isBusyNow(): boolean {
  // Absent in tests that bring a router of their own.
  const router: typeof __remixRouter | undefined = window.__remixRouter
  if (!router) return false
  const { navigation, fetchers } = router.state
  return navigation.state !== 'idle' || [...fetchers.values()].some(({ formMethod }) => formMethod !== undefined)
}

/**
 * Loads the page again when what it shows has changed somewhere else. Listens only while the page is looked at; coming back to it asks
 * once, for what was missed. While a form is sent or a page loads, it waits: that brings the latest state anyway, and a load
 * that is started again forgets that the page should stay where it is.
 * @param events the address of the stream that tells the numbers of changes
 * @param number the number of the last change that the page shows
 * @param onPresent hears who else is here, as the stream writes it; null as long as that is not known
 */
export function useLivePage(events: string, number: number, onPresent?: (text: string | null) => void): void {
  const refresh = useRefresh()
  // A fetcher is busy from its post on: that the page loads after it is known here only once that load has begun.
  const isSending = useFetchers().some(({ formMethod }) => formMethod !== undefined)
  const isIdle = useNavigation().state === 'idle' && !isSending
  const idle = useRef(isIdle)
  const known = useRef(number)
  /** The change that waits to be asked for until the page is idle. */
  const waiting = useRef(0)

  useEffect(() => {
    idle.current = isIdle
    known.current = Math.max(known.current, number)
    if (!isIdle) return
    if (waiting.current > number) refresh()
    waiting.current = 0
  }, [events, isIdle, number, refresh])

  useEffect(() => {
    if (typeof EventSource === 'undefined') return
    const ask = (latest: number, page?: ArrayBuffer | null) => {
      if (idle.current && !isBusyNow()) refresh(page)
      else waiting.current = latest
    }
    const isNews = (heard: number) => {
      const before = known.current
      known.current = Math.max(before, heard)
      return heard > before
    }
    let isOver = false
    const end = followChanges(events, {
      onNumber: (heard) => isNews(heard) && ask(heard),
      onPage(heard, packed) {
        if (location.search || typeof DecompressionStream === 'undefined') return false
        // What was told meanwhile is newer.
        const show = (page: ArrayBuffer | null) => !isOver && known.current === heard && ask(heard, page)
        if (isNews(heard)) void unpackedPage(packed).then(show)
        return true
      },
      onMissed: () => ask(Infinity),
      onRefused: () => ask(Infinity),
      ...(onPresent && { onPresent }),
    })
    return () => {
      end()
      isOver = true
      // Another plan's numbers follow, which may be lower.
      known.current = 0
      waiting.current = 0
    }
  }, [events, onPresent, refresh])
}
