import { useSyncExternalStore } from 'react'
import { systemClock } from '#app/kit/clock.ts'

/** The first wait before a load is tried again, and the longest, in milliseconds. */
const firstWait = 1_000
const longestWait = 30_000

/** A load of page data that nothing of ours has answered yet, and is tried again until something does. */
export type WaitingLoad = {
  /** Whether it is the page on show that is loaded again, rather than another page that was asked for. */
  isRefresh: boolean
  since: Date
  tryNow(): void
}

const waiting: WaitingLoad[] = []
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** The load that waits longest, if any does. */
export const useWaitingLoad = (): WaitingLoad | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting[0],
    () => undefined,
  )

/**
 * In the browser: loads of page data wait for an answer of ours, however often they have to ask, instead of failing. Remix would put
 * the error page in the place of a page that somebody reads or types on, also for a refresh that nobody asked for.
 */
export function holdLoads() {
  const fetchAsBefore = window.fetch
  window.fetch = (input, init) => {
    const url = input instanceof URL && (init?.method ?? 'GET') === 'GET' ? input : null
    if (!url?.pathname.endsWith('.data')) return fetchAsBefore(input, init)
    return untilAnswered(() => fetchAsBefore(input, init), init?.signal ?? null, isOnShow(url))
  }
}

/** Whether a load of data is for the address that the browser shows. */
function isOnShow(data: URL): boolean {
  const { pathname, search } = window.location
  const asked = new URLSearchParams(data.search)
  asked.delete('_routes')
  const path = data.pathname.replace(/\.data$/, '')
  return (
    path === (pathname === '/' ? '/_root' : pathname.replace(/\/$/, '')) &&
    asked.toString() === new URLSearchParams(search).toString()
  )
}

async function untilAnswered(
  ask: () => Promise<Response>,
  signal: AbortSignal | null,
  isRefresh: boolean,
): Promise<Response> {
  let entry: WaitingLoad | undefined
  try {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      const response = await ask().catch((error: unknown) => {
        if (signal?.aborted) throw error
        return null
      })
      if (response && isAnswer(response, isRefresh)) return response
      signal?.throwIfAborted()
      const pause = pauseFor(wait * (0.5 + Math.random() / 2), signal)
      const since = entry?.since ?? systemClock.now()
      replace(entry, (entry = { isRefresh, since, tryNow: pause.end }))
      await pause.over
    }
  } finally {
    replace(entry, undefined)
  }
}

function replace(before: WaitingLoad | undefined, after: WaitingLoad | undefined) {
  const at = before ? waiting.indexOf(before) : waiting.length
  waiting.splice(at, before ? 1 : 0, ...(after ? [after] : []))
  if (before ?? after) tell()
}

/** What our server answers with is data; of its refusals, a refresh takes those alone that say what the reader may see. */
function isAnswer(response: Response, isRefresh: boolean): boolean {
  const isOurs = response.headers.get('content-type')?.startsWith('text/x-script') === true
  if (isRefresh) return isOurs && response.status < 500 && response.status !== 429
  return isOurs || response.status < 500
}

/** A wait that ends by itself, by `end`, as soon as the browser is connected again, or when the load is no longer wanted. */
function pauseFor(ms: number, signal: AbortSignal | null): { over: Promise<void>; end(): void } {
  let end = () => {}
  const over = new Promise<void>((done) => {
    end = () => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal?.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, ms)
    window.addEventListener('online', end)
    signal?.addEventListener('abort', end)
  })
  return { over, end }
}
