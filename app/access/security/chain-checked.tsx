import { Notice } from '#app/ui/notice.tsx'
import { brokenChainWords, wholeChainWords } from '../security-log/chain-words.ts'

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
    <Notice tone="must">{brokenChainWords(broken, entries)}</Notice>
  ) : (
    <Notice tone="good">
      {wholeChainWords(entries, keptSince && { number: keptSince.number, day: dayOf(keptSince.at, timeZone) })}
    </Notice>
  )
