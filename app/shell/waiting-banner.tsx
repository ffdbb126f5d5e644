import { useLocation, useNavigation } from '@remix-run/react'
import { PageLink } from '#app/ui/page-link.tsx'
import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { SignInElsewhere } from '#app/ui/sign-in-elsewhere.tsx'
import { useConnection } from './use-connection.ts'
import { type WaitingLoad, lastLoadAt, useWaitingLoad } from './waiting-loads.ts'
import { nextPageWords, staleSinceWords, waitingBannerWords } from './waiting-banner-words.ts'

/** For how long the banner says that the connection is back, in milliseconds. */
const backFor = 5_000

/** Says that the browser is offline or that a page could not be loaded; the current page stays readable. */
export function WaitingBanner() {
  const navigation = useNavigation()
  const load = useWaitingLoad(navigation.state !== 'idle')
  const isConnected = useConnection()
  const isBack = useIsBack(isConnected)
  const words = !isConnected
    ? waitingBannerWords.offline
    : load
      ? load.what === 'refresh'
        ? staleSinceWords(load.why, timeOf(lastLoadAt()))
        : nextPageWords(load.why)
      : isBack && waitingBannerWords.back
  return (
    <div role="status" className="waiting no-print">
      {words && (
        <p>
          <span>{words}</span> {load && isConnected && <WaysOn load={load} />}
        </p>
      )}
    </div>
  )
}

/** What the reader can do about a load that waits. */
function WaysOn({ load }: { load: WaitingLoad }) {
  const here = useLocation()
  const { pathname, search, hash } = useNavigation().location ?? here
  return (
    <>
      {load.why === 'signed out' && <SignInElsewhere />}
      {load.why === 'outdated' ? (
        // To a place on the page that is open a browser only scrolls.
        <a href={`${pathname}${search}${pathname === here.pathname ? '' : hash}`}>{waitingBannerWords.openNew}</a>
      ) : (
        <Button tone="quiet" onClick={load.tryNow}>
          {waitingBannerWords.tryNow}
        </Button>
      )}
      {load.what === 'next page' && (
        <PageLink to={here} replace preventScrollReset className="btn quiet">
          {waitingBannerWords.stay}
        </PageLink>
      )}
    </>
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
