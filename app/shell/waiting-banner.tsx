import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { useConnection } from './use-connection.ts'
import { useWaitingLoad } from './waiting-loads.ts'

/** For how long the banner says that the connection is back, in milliseconds. */
const backFor = 5_000

/** Says that the browser is cut off, or that a page could not be loaded, while the page on show stays as it is to be read. */
export function WaitingBanner() {
  const load = useWaitingLoad()
  const isConnected = useConnection()
  const isBack = useIsBack(isConnected)
  const words = !isConnected
    ? 'You are offline. You can read on; what you save waits in its form until you are connected.'
    : load?.isRefresh
      ? `This page could not be refreshed. It shows how things stood at ${timeOf(load.since)}.`
      : load
        ? 'No answer yet. The next page opens as soon as there is a connection.'
        : isBack && 'You are connected again.'
  return (
    <div role="status" className="waiting no-print">
      {words && (
        <p>
          <span>{words}</span>{' '}
          {load && isConnected && (
            <Button tone="quiet" onClick={load.tryNow}>
              Try now
            </Button>
          )}
        </p>
      )}
    </div>
  )
}

/** True for a while after the connection came back. */
function useIsBack(isConnected: boolean): boolean {
  const [wasCutOff, setWasCutOff] = useState(false)
  if (!isConnected && !wasCutOff) setWasCutOff(true)
  useEffect(() => {
    if (!isConnected || !wasCutOff) return undefined
    const timer = setTimeout(() => setWasCutOff(false), backFor)
    return () => clearTimeout(timer)
  }, [isConnected, wasCutOff])
  return isConnected && wasCutOff
}

const timeOf = (moment: Date) => moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
