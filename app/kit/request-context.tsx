import { createContext, useContext } from 'react'
import { systemClock } from './clock.ts'

/** Data of one request that belongs to no route. `now` is the server's time; the browser has its own. `languages` are the reader's, in order. */
export type RequestValues = { requestId: string; cspNonce: string; now?: Date; languages?: readonly string[] }

export const RequestContext = createContext<RequestValues>({ requestId: '', cspNonce: '' })

/** The nonce for scripts of the document; empty in the browser, which hides it from scripts. */
export const useNonce = (): string => useContext(RequestContext).cspNonce

/** The request that made this document; the document carries it in `<meta name="request-id">` for the browser to find again. */
export const useRequestId = (): string => useContext(RequestContext).requestId

/** The current time: of the request on the server, of the system in the browser. */
export const useNow = (): Date => useContext(RequestContext).now ?? systemClock.now()

/** The languages that the reader's browser asks for, in order of preference. */
export const useLanguages = (): readonly string[] => useContext(RequestContext).languages ?? []

/** Undefined while no data request failed; null where the latest that did was answered by something else than our server. */
let latestFault: string | null | undefined

/**
 * The reference of a server error, as in the log: of the latest data request that failed, else of the document. Null where
 * something in front of our server answered, which our log does not know.
 */
export function useFaultReference(): string | null {
  const requestId = useRequestId()
  return latestFault === undefined ? requestId : latestFault
}

/** What `useRequestId` needs when the browser takes the document over. */
export const readRequestContext = (): RequestValues => ({
  requestId: document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content ?? '',
  cspNonce: '',
  languages: navigator.languages,
})

/** In the browser: remembers the reference of requests that failed, since Remix hands the error page no headers. */
export function rememberFaults() {
  const fetchAsBefore = window.fetch
  window.fetch = async (...args) => {
    const response = await fetchAsBefore(...args)
    if (response.status >= 500) latestFault = response.headers.get('x-request-id')
    return response
  }
}
