import { Panel } from '#app/ui/panel.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { Name } from '#app/ui/name.tsx'
import type { ConsentEntry } from './consent-entry.ts'
import { consentAnswerWords, consentHistoryWords, consentMomentParts } from './consent-words.ts'

/** What was agreed to over time, word for word; read by the champion and by the vendor alike. */
export function ConsentHistory({ entries }: { entries: readonly ConsentEntry[] }) {
  if (entries.length === 0) return null
  return (
    <section aria-labelledby="consent-history">
      <Panel>
        <h2 id="consent-history">{consentHistoryWords.title}</h2>
        <p className="fine">{consentHistoryWords.intro}</p>
        <ol className="consent-history">
          {entries.map((entry) => (
            <li key={entry.id}>
              <h3>{consentAnswerWords[entry.answer]}</h3>
              <p className="fine">
                <Sentence parts={consentMomentParts(entry, <Name>{entry.by ?? consentHistoryWords.former}</Name>)} />
              </p>
              {entry.said.length > 0 && (
                <ul>
                  {entry.said.map((sentence) => (
                    <li key={sentence} dir="auto">
                      {sentence}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </Panel>
    </section>
  )
}
