import { Notice } from '#app/ui/notice.tsx'
import { count } from '#app/ui/words.ts'

type Props = {
  entries: number
  /** `at` is ISO, in UTC. */
  keptSince?: { number: number; at: string } | undefined
  broken?: { number: number; why: string } | undefined
  timeZone: string
}

const dayOf = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(new Date(at))

/** What a check of the chain found. */
export const ChainChecked = ({ entries, keptSince, broken, timeZone }: Props) =>
  broken ? (
    <Notice tone="must">
      The chain breaks at entry {broken.number}. {broken.why} {count(entries, 'entry holds', 'entries hold')} before it.
      The database itself was changed. Export the log and ask the people who run the database.
    </Notice>
  ) : (
    <Notice tone="good">
      The chain is unbroken: {count(entries, 'entry stands', 'entries stand')} as written, each with the hash of the one
      before.
      {keptSince && (
        <>
          {' '}
          The log goes back to {dayOf(keptSince.at, timeZone)} (entry {keptSince.number}); older entries were deleted by
          age, and the log says so.
        </>
      )}
    </Notice>
  )
