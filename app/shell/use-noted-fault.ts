import { useEffect, useState } from 'react'
import { useFaultReference } from '#app/kit/request-context.tsx'

/**
 * The number of an error in the log. An error in the browser is sent to the server first; there is no number until the server answers,
 * or if it refuses.
 * @param error what broke; undefined where the server answered with a status of its own
 */
export function useNotedFault(error: unknown): string | null {
  const answered = useFaultReference()
  const isBrowsers = error instanceof Error && !isServers(error)
  const [noted, setNoted] = useState<string | null>(null)
  useEffect(() => {
    if (!isBrowsers) return undefined
    const gone = new AbortController()
    report(error, gone.signal).then(setNoted, () => undefined)
    return () => gone.abort()
  }, [error, isBrowsers])
  return isBrowsers ? noted : answered
}

/** Remix hands the page nothing of a fault of the server but this; the server has noted it. */
const isServers = ({ message }: Error) => message === 'Unexpected Server Error'

async function report(error: Error, signal: AbortSignal): Promise<string | null> {
  const body = new URLSearchParams({ intent: 'report-fault', message: error.message, stack: error.stack ?? '' })
  const response = await fetch('/faults', { method: 'POST', body, signal })
  return response.ok ? response.text() : null
}
