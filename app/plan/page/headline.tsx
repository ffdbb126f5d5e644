import type { ReactNode } from 'react'
import { adviceGroups } from './advice-groups.ts'
import type { AdviceView, HeadlineView, PlanView } from '../view/plan-view.ts'
import { SinceAgreed } from '../agreement/since-agreed.tsx'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import { AdviceList, AdviceTexts } from '../what-if/advice-list.tsx'
import { planStateWords } from '../view/plan-words.ts'
import type { PlanLinks } from '#app/kit/paths.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import { isPlanOver, isWorkedOn } from '../core/stages.ts'
import { PrivateMark, ownCompany } from '../view/private-part.tsx'

const OpenReason = lazyPart('open-reason', async () => (await import('../terms/open-reason.tsx')).OpenReason)

type HeadlineProps = { plan: PlanView; links: PlanLinks; whatIf?: WhatIf | null | undefined }

/** The one sentence that matters, why it is so, and what would have to give; on paper without names that are one side's own. */
export function Headline({ plan, links, whatIf }: HeadlineProps) {
  const { goal } = plan.headline
  const onDate =
    whatIf && goal && plan.viewer.may.editTerms ? () => whatIf.ask({ do: 'open-goals', at: goal.field }) : null
  const { headline, sharedHeadline } = plan
  // The page's own title, where that is not the project.
  const isTitled = isWorkedOn(plan)
  const Title = isTitled ? 'h2' : 'h1'
  const own: ShowAdvice = (advice) => (
    <AdviceList
      plan={plan}
      advice={advice}
      onTry={whatIf && ((one) => whatIf.ask({ do: 'try-advice', advice: one }))}
      tried={whatIf?.advice}
    />
  )
  return (
    <div className="headline">
      {!isTitled && <p className="eyebrow">{planStateWords(plan)}</p>}
      {sharedHeadline ? (
        <>
          <div className="own-only">
            <PrivateMark company={ownCompany(plan)} />
            <HeadlineWords Title={Title} headline={headline} showAdvice={own} onDate={onDate} />
          </div>
          <div className="shared-only">
            <HeadlineWords
              Title={Title}
              headline={sharedHeadline}
              showAdvice={(advice) => <AdviceTexts advice={advice} />}
            />
          </div>
        </>
      ) : (
        <HeadlineWords Title={Title} headline={headline} showAdvice={own} onDate={onDate} />
      )}
      {plan.criticalReason === null && !isPlanOver(plan) && <OpenReason plan={plan} links={links} />}
      {!isTitled && <SinceAgreed plan={plan} />}
    </div>
  )
}

type ShowAdvice = (advice: readonly AdviceView[]) => ReactNode

type HeadlineWordsProps = {
  Title: 'h1' | 'h2'
  headline: HeadlineView
  showAdvice: ShowAdvice
  /** Opens the goal's date as a what-if. */
  onDate?: (() => void) | null
}

function HeadlineWords({ Title, headline, showAdvice, onDate }: HeadlineWordsProps) {
  const { status, goal } = headline
  /** The goal's date is a button where it can be tried elsewhere, as wide as the words it stands for: nothing moves when script comes. */
  const dated = (text: string) => {
    const at = goal ? text.indexOf(goal.date) : -1
    if (!goal || at < 0) return text
    const [after = '', ...rest] = text.slice(at + goal.date.length).split(/(?= )/)
    return (
      <>
        {text.slice(0, at)}
        <span className="goal-date">
          {onDate ? (
            <button type="button" onClick={onDate}>
              {goal.date}
            </button>
          ) : (
            <span>{goal.date}</span>
          )}
          {after}
        </span>
        {rest.join('')}
      </>
    )
  }
  const because = headline.because && <p className="because">{dated(headline.because)}</p>
  return (
    <>
      {status ? (
        <>
          <Title>{dated(status.text)}</Title>
          <p className="next">{status.next}</p>
        </>
      ) : (
        <>
          <Title>
            {dated(headline.lead)} <em className={headline.tone}>{headline.stress}</em>
          </Title>
          {because}
        </>
      )}
      {adviceGroups(headline.advice).map(({ heading, advice }) => (
        <div key={heading} className="advice">
          <p>{heading}</p>
          {showAdvice(advice)}
        </div>
      ))}
      {headline.chain.length > 0 && (
        <details className="why">
          <summary>
            {headline.whyLabel}
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 6.5l4 4 4-4" />
            </svg>
          </summary>
          {status && because}
          <ol className="chain">
            {headline.chain.map((task, index) => (
              <li key={`${index}${task.text}`} className={task.closed ? 'closed' : undefined}>
                {task.closed ? task.text : <b>{task.text}</b>}
                <span>{task.detail}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
