import { Notice } from '#app/ui/notice.tsx'
import { count } from '#app/ui/words.ts'

type Props = { entries: number; broken?: { number: number; why: string } | undefined }

/** What a check of the chain found. */
export const ChainChecked = ({ entries, broken }: Props) =>
  broken ? (
    <Notice tone="must">
      The chain breaks at entry {broken.number}. {broken.why} {count(entries, 'entry holds', 'entries hold')} before it.
      Somebody changed the database itself; export the log, and ask whoever runs it.
    </Notice>
  ) : (
    <Notice tone="good">
      The chain is unbroken: {count(entries, 'entry stands', 'entries stand')} as written, each with the hash of the one
      before.
    </Notice>
  )
