import { useSyncExternalStore } from 'react'
import { systemClock } from '#app/kit/clock.ts'

/** The first wait before a load is tried again, and the longest, in milliseconds. */
const firstWait = 1_000
const longestWait = 30_000

/** Why a load waits: no answer from our server, or its refusal of a refresh. A missing script belongs to an older version, data that the script cannot read to a newer one. */
export type WhyWaiting = 'no answer' | 'signed out' | 'not allowed' | 'gone' | 'outdated'

/** A load that has not succeeded yet. The current page stays as it is. */
export type WaitingLoad = {
  /** Whether the page on show is loaded again, or another page was asked for. */
  what: 'refresh' | 'next page'
  why: WhyWaiting
  tryNow(): void
}

const waiting: WaitingLoad[] = []
const listeners = new Set<() => void>()
const tell = () => listeners.forEach((listener) => listener())

/** The load that waits longest, if any does. @param isLeaving whether the reader still waits for another page */
export const useWaitingLoad = (isLeaving: boolean): WaitingLoad | undefined =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => waiting.find(({ what }) => what === 'refresh' || isLeaving),
    () => undefined,
  )

let lastLoad: Date | undefined

/** When the page on show was loaded last. */
export const lastLoadAt = (): Date => lastLoad ?? systemClock.now()
export const noteLoad = () => void (lastLoad = systemClock.now())

type Load = {
  what: WaitingLoad['what']
  ask: () => Promise<Response>
  /** Why an answer cannot be used; null where it can. */
  whyNot: (response: Response) => WhyWaiting | null
  /** Fires when the load is cancelled. */
  signal?: AbortSignal | null | undefined
}

/**
 * In the browser: retries with growing waits until there is a usable answer. After a refusal by our server it retries only when the
 * reader comes back to the page or asks for it, since waiting alone would not help.
 * @returns the answer, read to its end
 * @throws what `ask` rejects with once the load is cancelled
 */
export async function untilLoaded({ what, ask, whyNot, signal }: Load): Promise<Response> {
  let entry: WaitingLoad | undefined
  try {
    for (let wait = firstWait; ; wait = Math.min(wait * 2, longestWait)) {
      const response = await ask()
        .then(readWhole)
        .catch((error: unknown) => {
          if (signal?.aborted) throw error
          return null
        })
      const why = response ? whyNot(response) : 'no answer'
      if (response && why === null) return response
      signal?.throwIfAborted()
      const isFinal = why !== null && why !== 'no answer'
      const pause = pauseFor(isFinal ? null : wait * (0.5 + Math.random() / 2), signal)
      replace(entry, (entry = { what, why: why ?? 'no answer', tryNow: pause.end }))
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

/** An answer that was cut off is not one. */
async function readWhole(response: Response): Promise<Response> {
  if (!response.body) return response
  const { status, statusText, headers } = response
  return new Response(await response.arrayBuffer(), { status, statusText, headers })
}

/**
 * A wait that ends by `end`, when the browser is connected again, or when the load is cancelled; also after `ms`,
 * or if that is null when the reader comes back to the page.
 */
function pauseFor(ms: number | null, signal: AbortSignal | null | undefined): { over: Promise<void>; end(): void } {
  const settled = new AbortController()
  const end = () => settled.abort()
  const until = { signal: settled.signal }
  const over = new Promise<void>((done) => settled.signal.addEventListener('abort', () => done()))
  window.addEventListener('online', end, until)
  signal?.addEventListener('abort', end, until)
  if (ms === null) document.addEventListener('visibilitychange', () => document.hidden || end(), until)
  else {
    const timer = setTimeout(end, ms)
    settled.signal.addEventListener('abort', () => clearTimeout(timer))
  }
  return { over, end }
}
