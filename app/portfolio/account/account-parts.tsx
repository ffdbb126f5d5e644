import type { ReactNode } from 'react'
import { paths, planLinks } from '#app/kit/paths.ts'
import { achievedParts } from '#app/references/reference-words.ts'
import { commentPath, talkPage } from '#app/talk/core/comment-path.ts'
import { lineWords } from '#app/talk/questions/question-words.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { buttonAbout } from '#app/ui/button-words.ts'
import { Avatar, Tag } from '#app/ui/marks.tsx'
import { PageLink } from '#app/ui/page-link.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Sentence } from '#app/ui/sentence.tsx'
import { calculatingWords, stateWords } from '../plans-words.ts'
import type * as view from './account-view.ts'
import {
  accountPageWords,
  accountPartWords,
  allOfPartWords,
  capabilityLineWords,
  accountWinWords,
  emptyPartWords,
  planStandWords,
  accountSeatWords,
} from './account-words.ts'
import { capabilityStageWords } from './capability-stage-words.ts'

type Shown<Row> = {
  accountId: string
  /** Whether the other parts are left out. */
  isAlone: boolean
  page: view.PartPage<Row> | null
}

type PartProps<Row> = Shown<Row> & { part: view.AccountPart; children: (row: Row) => ReactNode }

/** A part of an account, with the way to the rest of it; nothing where it is not shown. */
function Part<Row extends { id: string }>({ part, accountId, isAlone, page: shown, children }: PartProps<Row>) {
  if (shown === null) return null
  const { rows, total, page, pages } = shown
  const pathTo = (at: number) => paths.account(accountId, { show: part, page: String(at) })
  return (
    <section className="panel" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{accountPartWords[part]}</h2>
      {rows.length === 0 && <p className="fine">{emptyPartWords[part]}</p>}
      <ul className="account-list">
        {rows.map((row) => (
          <li key={row.id} id={part === 'people' ? `person-${row.id}` : undefined}>
            {children(row)}
          </li>
        ))}
      </ul>
      {!isAlone && total > rows.length && (
        <p className="part-rest">
          <PageLink to={pathTo(1)}>{allOfPartWords(part, total)}</PageLink>
        </p>
      )}
      <Pager page={page} pages={pages} pathTo={pathTo} />
    </section>
  )
}

const LogQuestion = ({ to, about }: { to: string | null; about: string }) =>
  to && (
    <ButtonLink to={to} tone="quiet" label={buttonAbout(accountPageWords.noteCall, about)}>
      {accountPageWords.noteCall}
    </ButtonLink>
  )

/** Each plan with how it stands, who leads it, and where a call is noted. */
export const AccountPlans = ({ today, ...shown }: Shown<view.AccountPlan> & { today: string }) => (
  <Part part="plans" {...shown}>
    {({ id, project, state, isArchived, lead, status, logQuestion }) => (
      <>
        <div>
          <b>
            <PageLink to={paths.plan(id)} dir="auto">
              {project}
            </PageLink>
          </b>
          {!status && <p>{calculatingWords}</p>}
          <p>
            {status && (
              <>
                <span className={status.tone === 'late' ? 'must' : undefined}>
                  {planStandWords(status, today)}
                </span>{' '}
              </>
            )}
            <span>{accountPageWords.lead(lead)}</span>
          </p>
        </div>
        <div>
          <Tag tone={state === 'won' ? 'good' : 'plain'}>{stateWords(state, isArchived)}</Tag>
          <LogQuestion to={logQuestion} about={project} />
        </div>
      </>
    )}
  </Part>
)

/** What the customer waits for an answer to. */
export const AccountQuestions = (shown: Shown<view.AccountQuestion>) => (
  <Part part="questions" {...shown}>
    {({ planId, ...line }) => (
      <div>
        <b>
          <PageLink to={commentPath(talkPage(planLinks(planId), line.subject), line.id)} dir="auto">
            {line.text}
          </PageLink>
        </b>
        <p className={line.isOverdue && line.state === 'open' ? 'must' : undefined}>{lineWords(line)}</p>
      </div>
    )}
  </Part>
)

/** Who is on which plan, and where that person's call is noted. */
export const AccountPeople = (shown: Shown<view.AccountPerson>) => (
  <Part part="people" {...shown}>
    {({ name, jobTitle, seats, logQuestion }) => (
      <>
        <div className="with-avatar">
          <Avatar name={name} side="customer" />
          <div>
            <b dir="auto">{name}</b>
            {jobTitle && <p dir="auto">{jobTitle}</p>}
            {seats.map((seat) => (
              <p key={seat.planId}>
                <PageLink to={paths.plan(seat.planId)}>{accountSeatWords(seat)}</PageLink>
              </p>
            ))}
          </div>
        </div>
        <div>
          <LogQuestion to={logQuestion} about={name} />
        </div>
      </>
    )}
  </Part>
)

/** What the customer needs, and how far each has come: what was asked for and not bought first. */
export const AccountCapabilities = (shown: Shown<view.AccountCapability>) => (
  <Part part="capabilities" {...shown}>
    {(capability) => (
      <>
        <div>
          <b>
            <PageLink to={planLinks(capability.planId).capability(capability.id)} dir="auto">
              {capability.need}
            </PageLink>
          </b>
          <p>{capabilityLineWords(capability)}</p>
        </div>
        <div>
          <Tag
            tone={capability.stage === 'accepted' ? 'good' : capability.stage === 'asked for' ? 'customer' : 'plain'}
          >
            {capabilityStageWords[capability.stage]}
          </Tag>
        </div>
      </>
    )}
  </Part>
)

/** What the customer confirmed. */
export const AccountWins = ({ today, ...shown }: Shown<view.AccountWin> & { today: string }) => (
  <Part part="wins" {...shown}>
    {(win) => (
      <div>
        <b>
          <PageLink to={planLinks(win.planId).results} dir="auto">
            {win.statement}
          </PageLink>
        </b>
        <p>
          <Sentence
            parts={achievedParts(win, (change) => (
              <strong>{change}</strong>
            ))}
          />
        </p>
        <p>{accountWinWords(win, today)}</p>
      </div>
    )}
  </Part>
)
