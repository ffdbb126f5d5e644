import type { ReactNode } from 'react'
import { PageLink } from '#app/ui/page-link.tsx'
import { planLinks } from '#app/kit/paths.ts'
import type { ConsentRecord } from './own-record.ts'
import {
  onPlanLabel,
  ownCallWords,
  ownConsentEntryWords,
  ownRecordWords,
  ownTextWords,
  usedWords,
} from './own-record-words.ts'

/** What was made of a consent and what it said over time: uses, texts, calls, and its wordings. */
export function ConsentLists({ consent }: { consent: ConsentRecord }) {
  const { planId, plan, uses, texts, calls, history } = consent
  return (
    <>
      {uses.length === 0 ? (
        <p>{ownRecordWords.noUses}</p>
      ) : (
        <Lines title={ownRecordWords.uses} of={uses.map((use) => ({ id: use.id, line: usedWords(use) }))} />
      )}
      {texts.length > 0 && (
        <Lines
          title={ownRecordWords.texts}
          of={texts.map((text) => ({
            id: text.id,
            line: (
              <>
                <span>{ownTextWords(text)}</span>
                {text.mayAnswer && (
                  <>
                    {' '}
                    <PageLink
                      className="text-link"
                      to={planLinks(planId).referencePiece(text.kind)}
                      aria-label={onPlanLabel(ownRecordWords.readText, plan)}
                    >
                      {ownRecordWords.readText}
                    </PageLink>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
      {calls.length > 0 && (
        <Lines title={ownRecordWords.calls} of={calls.map((call) => ({ id: call.id, line: ownCallWords(call) }))} />
      )}
      {history.length > 0 && (
        <details>
          <summary>{ownRecordWords.history}</summary>
          {history.map((entry) => (
            <Lines
              key={entry.id}
              title={ownConsentEntryWords(entry)}
              of={entry.said.map((sentence) => ({ id: sentence, line: sentence }))}
            />
          ))}
        </details>
      )}
    </>
  )
}

const Lines = ({ title, of }: { title: string; of: readonly { id: string; line: ReactNode }[] }) => (
  <>
    <p>{title}</p>
    {of.length > 0 && (
      <ul className="own-uses">
        {of.map(({ id, line }) => (
          <li key={id} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    )}
  </>
)
