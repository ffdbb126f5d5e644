import { todayIn } from '#app/kit/clock.ts'
import { detailWords } from './detail-words.ts'
import { kindWords } from '../security-log/security-kind-words.ts'
import { momentWords, securityEventWords, securityListWords, whenTitle } from './security-words.ts'

export type SecurityEntry = {
  id: string
  /** ISO, in UTC. */
  at: string
  kind: string
  personName: string | null
  network: string | null
  detail: Record<string, string | null>
}

/** The log as a table, newest first; on a phone each event is a card. */
export function SecurityList({ entries, timeZone }: { entries: readonly SecurityEntry[]; timeZone: string }) {
  const hours = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone })
  const timeWords = (at: Date) => momentWords(todayIn(timeZone, at), hours.format(at))
  return (
    <table className="board security">
      <caption className="visually-hidden">{securityListWords.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{whenTitle(timeZone)}</th>
          <th scope="col">{securityListWords.what}</th>
          <th scope="col">{securityListWords.who}</th>
          <th scope="col">{securityListWords.details}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, kind, personName, network, detail }) => (
          <tr key={id}>
            <td data-label={securityListWords.when}>
              <time dateTime={at}>{timeWords(new Date(at))}</time>
            </td>
            <td data-label={securityListWords.what} className="strong">
              {kindWords(kind)}
            </td>
            <td data-label={securityListWords.who}>{personName ?? detail['by'] ?? securityListWords.unknown}</td>
            <td data-label={securityListWords.details}>
              {securityEventWords(detailWords(detail, timeWords), network)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
