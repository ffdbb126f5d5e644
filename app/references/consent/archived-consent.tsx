import type { ReactNode } from 'react'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { longDate } from '#app/ui/date-words.ts'
import type { ConsentValues } from './consent-values.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'
import {
  agreedKindWords,
  archivedConsentIntro,
  archivedConsentWords,
  conditionsWords,
  mayUseTitle,
  untilWords,
} from '../reference-words.ts'

export type ArchivedConsentProps = {
  workspace: string
  account: string
  project: string
  /** The consent that was given; null where there is none. */
  values: ConsentValues | null
  answer: ReferenceAnswer
  takeBack: ReactNode
  history: ReactNode
}

/** What a champion agreed to on a plan that is archived since, and the way to take it back. */
export function ArchivedConsent({
  workspace,
  account,
  project,
  values,
  answer,
  takeBack,
  history,
}: ArchivedConsentProps) {
  const isValid = answer === 'agreed'
  return (
    <>
      <PageHead title={archivedConsentWords.title} eyebrow={project} intro={archivedConsentIntro(workspace, account)} />
      <Panel>
        {values ? (
          <>
            {answer === 'expired' && <p>{archivedConsentWords.expired}</p>}
            {answer === 'on hold' && <p>{archivedConsentWords.onHold}</p>}
            <h2>{isValid ? mayUseTitle(workspace) : archivedConsentWords.title}</h2>
            <ul className="consent-list">
              {values.kinds.map((kind) => (
                <li key={kind}>{agreedKindWords(kind, values)}</li>
              ))}
            </ul>
            {values.until && <p>{untilWords(longDate(values.until))}</p>}
            {values.note && <p>{conditionsWords(values.note)}</p>}
            {takeBack}
          </>
        ) : (
          <p>{archivedConsentWords.none}</p>
        )}
      </Panel>
      {history}
    </>
  )
}
