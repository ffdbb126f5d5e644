import type { ReactNode } from 'react'
import type { HeadlineView, PlanView } from '../core/plan-view.ts'
import { SinceAgreed } from '../agreement/since-agreed.tsx'
import type { WhatIf } from '../what-if/use-what-if.tsx'
import { AdviceList, AdviceTexts } from '../what-if/advice-list.tsx'
import { planStateWords } from '../core/plan-words.ts'
import { PrivateMark, ownCompany } from '../core/private-part.tsx'

type HeadlineProps = { plan: PlanView; whatIf?: WhatIf | null | undefined }

/** The one sentence that matters, why it is so, and what would have to give; on paper without names that are one side's own. */
export function Headline({ plan, whatIf }: HeadlineProps) {
  const { headline, sharedHeadline } = plan
  const advice = (
    <AdviceList
      plan={plan}
      onTry={whatIf && ((advice) => whatIf.ask({ do: 'try-advice', advice }))}
      tried={whatIf?.advice}
    />
  )
  return (
    <div className="headline">
      <p className="eyebrow">{planStateWords(plan)}</p>
      {sharedHeadline ? (
        <>
          <div className="own-only">
            <PrivateMark company={ownCompany(plan)} />
            <HeadlineWords headline={headline} advice={advice} />
          </div>
          <div className="shared-only">
            <HeadlineWords headline={sharedHeadline} advice={<AdviceTexts advice={sharedHeadline.advice} />} />
          </div>
        </>
      ) : (
        <HeadlineWords headline={headline} advice={advice} />
      )}
      <SinceAgreed plan={plan} />
    </div>
  )
}

function HeadlineWords({ headline, advice }: { headline: HeadlineView; advice: ReactNode }) {
  return (
    <>
      <h1>
        {headline.lead} <em className={headline.tone}>{headline.stress}</em>
      </h1>
      {headline.because && <p className="because">{headline.because}</p>}
      {headline.advice.length > 0 && (
        <div className="advice">
          <p>Any of these keeps the date:</p>
          {advice}
        </div>
      )}
      {headline.chain.length > 0 && (
        <details className="why">
          <summary>
            {headline.whyLabel}
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 6.5l4 4 4-4" />
            </svg>
          </summary>
          <ol className="chain">
            {headline.chain.map((task, index) => (
              <li key={`${index}${task.text}`} className={task.closed ? 'closed' : undefined}>
                {task.closed ? task.text : <b>{task.text}</b>} {task.detail}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
