import { Button } from '#app/ui/button.tsx'
import { useWaitingLoad } from './waiting-loads.ts'

/** Says that the page could not be loaded again, or the next one not at all, while the page on show stays as it is. */
export function WaitingBanner() {
  const load = useWaitingLoad()
  return (
    <div role="status" className="waiting no-print">
      {load && (
        <p>
          <span>
            {load.isRefresh
              ? `This page could not be refreshed. It shows how things stood at ${timeOf(load.since)}.`
              : 'No answer yet. The next page opens as soon as there is a connection.'}
          </span>{' '}
          <Button tone="quiet" onClick={load.tryNow}>
            Try now
          </Button>
        </p>
      )}
    </div>
  )
}

const timeOf = (moment: Date) => moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
