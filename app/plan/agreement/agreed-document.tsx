import type { AgreedTask, AgreedView } from './agreed-view.ts'
import { ChangedList } from './changed-list.tsx'
import type { PlanLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { Mark } from '#app/ui/marks.tsx'
import { days } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { noOwnerWords } from '../view/plan-words.ts'
import { driftWords, sinceWords } from '../view/drift-words.ts'
import { sideNames } from '../core/side-words.ts'
import { targetDateLabel, termLabels } from '../core/terms-words.ts'
import { agreedDocumentWords, dueByWords, closedDaysWords, measureWords, versionWords } from './agreed-words.ts'
import { agreedForWords } from './agreement-words.ts'

type Props = { agreed: AgreedView; links: PlanLinks }

/** One version of what both sides agreed to: who, when, the terms, every task with its day, and what differs now. */
export function AgreedDocument({ agreed, links }: Props) {
  const { today, signers, companies } = agreed
  return (
    <div className="agreed">
      <ul className="signers">
        {signers.map(({ name, side, on }) => (
          <li key={`${side}${name}`}>
            <Mark side={side} /> {agreedForWords({ name, company: companies[side], on }, today)}
          </li>
        ))}
      </ul>
      <Differences agreed={agreed} />
      <Terms agreed={agreed} />
      <section aria-labelledby="tasks-agreed">
        <h2 id="tasks-agreed">{agreedDocumentWords.tasks}</h2>
        <Tasks agreed={agreed} />
      </section>
      {agreed.versions.length > 1 && (
        <nav aria-label={agreedDocumentWords.versionsLabel} className="no-print">
          <h2>{agreedDocumentWords.versions}</h2>
          <ol>
            {agreed.versions.map(({ number, agreedOn }) => (
              <li key={number}>
                <PageLink to={links.agreed(number)} aria-current={number === agreed.number ? 'page' : undefined}>
                  {versionWords(number, longDate(agreedOn, today))}
                </PageLink>
              </li>
            ))}
          </ol>
        </nav>
      )}
    </div>
  )
}

function Differences({ agreed }: { agreed: AgreedView }) {
  const { drift, changes, today } = agreed
  return (
    <section aria-labelledby="differs">
      <h2 id="differs">{agreedDocumentWords.differences}</h2>
      <p>{drift ? sinceWords(drift, today) : agreedDocumentWords.noDates}</p>
      {changes.length > 0 ? <ChangedList changes={changes} today={today} /> : <p>{agreedDocumentWords.unchanged}</p>}
    </section>
  )
}

function Terms({ agreed }: { agreed: AgreedView }) {
  const { terms, today, companies } = agreed
  const { firstWin, closed } = terms
  const closedDays = closedDaysWords(closed, companies, today)
  const said = [
    [targetDateLabel, longDate(terms.criticalDate, today)],
    [termLabels.criticalReason, terms.criticalReason],
    [termLabels.statement, firstWin.statement],
    [termLabels.measure, measureWords(firstWin)],
    [termLabels.winBy, longDate(firstWin.winBy, today)],
    [termLabels.announcedTo, firstWin.announcedTo],
    ...(closedDays ? [[agreedDocumentWords.closed, closedDays]] : []),
  ]
  return (
    <section aria-labelledby="terms-agreed">
      <h2 id="terms-agreed">{agreedDocumentWords.terms}</h2>
      <dl>
        {said.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Tasks({ agreed }: { agreed: AgreedView }) {
  const { points, undated, today } = agreed
  if (points.length === 0)
    return (
      <ul className="agreed-tasks">
        {undated.map((task) => (
          <Task key={task.id} task={task} agreed={agreed} />
        ))}
      </ul>
    )
  return points.map((point) => (
    <div key={point.id} className="agreed-point">
      <h3>
        {point.title} <span>{dueByWords(longDate(point.dueOn, today))}</span>
      </h3>
      {point.moved && <p className="moved">{driftWords(point.moved, today)}</p>}
      <ul className="agreed-tasks">
        {point.tasks.map((task) => (
          <Task key={task.id} task={task} agreed={agreed} />
        ))}
      </ul>
    </div>
  ))
}

function Task({ task, agreed }: { task: AgreedTask; agreed: AgreedView }) {
  const { side, title, durationDays, owner, dueOn, moved, gone } = task
  const { companies, today } = agreed
  const company = sideNames(companies)[side]
  return (
    <li>
      <Mark side={side} label={company} />
      <b>{title}</b>
      <span className="takes">{days(durationDays)}</span>
      <span className="by">{dueOn && dueByWords(longDate(dueOn, today))}</span>
      {owner !== undefined && <span className="who">{owner === null ? noOwnerWords : <bdi>{owner}</bdi>}</span>}
      {(moved || gone) && <span className="moved">{moved ? driftWords(moved, today) : agreedDocumentWords.gone}</span>}
    </li>
  )
}
