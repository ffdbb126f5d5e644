import { detailWords } from './detail-words.ts'
import { kindWords } from './security-kinds.ts'
import { fromNetworkWords, whenTitle } from './security-words.ts'

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
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const timeWords = (at: Date) => format.format(at)
  return (
    <table className="board security">
      <caption className="visually-hidden">Security events, newest first</caption>
      <thead>
        <tr>
          <th scope="col">{whenTitle(timeZone)}</th>
          <th scope="col">What</th>
          <th scope="col">Who</th>
          <th scope="col">Details</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, kind, personName, network, detail }) => (
          <tr key={id}>
            <td data-label="When">
              <time dateTime={at}>{timeWords(new Date(at))}</time>
            </td>
            <td data-label="What" className="strong">
              {kindWords(kind)}
            </td>
            <td data-label="Who">{personName ?? detail['by'] ?? 'unknown'}</td>
            <td data-label="Details">
              {[detailWords(detail, timeWords), network && fromNetworkWords(network)].filter(Boolean).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
