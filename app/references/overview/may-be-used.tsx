import { agreedKindWords, conditionsWords, downloadLogoWords, limitsText, logoAlt } from '../reference-words.ts'
import { callsUsedWords } from '../board/board-words.ts'
import type { ReferenceRow } from '../board/reference-row.ts'
import { speakerWords } from '../pieces/piece-words.ts'
import { isMeetingKind } from '../library/call-rules.ts'
import { overviewWords } from './overview-words.ts'

/** What the customer agreed to, as it may be used now, within which limits. */
export function MayBeUsed({ row, logo, hasCase }: { row: ReferenceRow; logo: string | null; hasCase: boolean }) {
  const { kinds, limits, quote, callsUsed, account } = row
  // The calls are said beside their kind.
  const bounds = limitsText({ ...limits, callsPerQuarter: null })
  return (
    <>
      <h2>{overviewWords.mayUse}</h2>
      <ul className="consent-list">
        {kinds.map((kind) => (
          <li key={kind} dir="auto">
            {agreedKindWords(kind, { quoteText: quote ?? '', callsPerQuarter: limits.callsPerQuarter })}
            {kind === 'quote' && row.quoteBy && <small>{speakerWords(row.quoteBy)}</small>}
            {kind === 'logo' && logo && (
              <a href={logo} download>
                <img className="reference-logo" src={logo} alt={logoAlt(account)} />
                {downloadLogoWords}
              </a>
            )}
            {kind === 'logo' && !logo && <small>{overviewWords.noLogo}</small>}
            {kind === 'case-study' && !hasCase && <small>{overviewWords.noCase}</small>}
            {isMeetingKind(kind) && <small>{callsUsedWords(callsUsed, limits.callsPerQuarter)}</small>}
          </li>
        ))}
      </ul>
      {bounds && <p dir="auto">{bounds}</p>}
      {limits.note && <p dir="auto">{conditionsWords(limits.note)}</p>}
    </>
  )
}
