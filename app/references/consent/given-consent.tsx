import type { ReactNode } from 'react'
import { PageLink } from '#app/ui/page-link.tsx'
import { PageHead, Panel } from '#app/ui/panel.tsx'
import { longDate } from '#app/ui/date-words.ts'
import type { ConsentValues } from './consent-values.ts'
import type { ReferenceAnswer } from '../reference-answer.ts'
import {
  agreedKindWords,
  givenConsentIntro,
  givenConsentWords,
  conditionsWords,
  mayUseTitle,
  untilWords,
} from '../reference-words.ts'

export type GivenConsentProps = {
  /** Whether the plan is archived: all else about it is closed. */
  isArchived: boolean
  workspace: string
  account: string
  project: string
  /** The consent that was given; null where there is none. */
  values: ConsentValues | null
  answer: ReferenceAnswer
  takeBack: ReactNode
  history: ReactNode
  /** Where they read all that is kept of them. */
  yourDataAt: string
}

/** What was agreed to, for a person who can no longer change it, and the way to withdraw it: the plan is archived, or someone else leads it. */
export function GivenConsent({
  isArchived,
  workspace,
  account,
  project,
  values,
  answer,
  takeBack,
  history,
  yourDataAt,
}: GivenConsentProps) {
  const isValid = answer === 'agreed'
  return (
    <div className="stack middle">
      <PageHead
        title={givenConsentWords.title}
        eyebrow={project}
        intro={givenConsentIntro({ vendor: workspace, account, isArchived })}
      />
      <Panel>
        {values ? (
          <>
            {answer === 'expired' && <p>{givenConsentWords.expired}</p>}
            {answer === 'on hold' && <p>{isArchived ? givenConsentWords.onHoldForGood : givenConsentWords.onHold}</p>}
            <h2>{isValid ? mayUseTitle(workspace) : givenConsentWords.title}</h2>
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
          <p>{givenConsentWords.none}</p>
        )}
      </Panel>
      {history}
      <p className="after-table">
        <PageLink to={yourDataAt}>{givenConsentWords.yourData}</PageLink>
      </p>
    </div>
  )
}
