import type { PlanView } from '#app/plan/view.ts'
import { SinceAgreed } from './since-agreed.tsx'
import type { WhatIf } from '#app/plan/what-if/use-what-if.ts'
import { AdviceList } from '#app/plan/what-if/advice-list.tsx'
import { standing } from './plan-words.ts'

/** The one sentence that matters, why it is so, and what would have to give. */
export function Headline({ plan, whatIf }: { plan: PlanView; whatIf?: WhatIf | null | undefined }) {
  const { headline } = plan
  return (
    <div className="headline">
      <p className="eyebrow">{standing(plan)}</p>
      <h1>
        {headline.lead} <em className={headline.tone}>{headline.stress}</em>
      </h1>
      {headline.because && <Because text={headline.because} />}
      {headline.advice.length > 0 && (
        <div className="advice">
          <p>Any one of these saves the date:</p>
          <AdviceList plan={plan} onTry={whatIf?.actions.tryAdvice} tried={whatIf?.advice} />
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
            {headline.chain.map((step, index) => (
              <li key={`${index}${step.text}`} className={step.closed ? 'closed' : undefined}>
                {step.closed ? step.text : <b>{step.text}</b>} {step.detail}
              </li>
            ))}
          </ol>
        </details>
      )}
      <SinceAgreed plan={plan} />
    </div>
  )
}

/** What is fixed stands out from the reason for it. */
function Because({ text }: { text: string }) {
  const at = text.indexOf(' because ')
  if (at < 0) return <p className="because">{text}</p>
  return (
    <p className="because">
      <strong>{text.slice(0, at)}</strong>
      {text.slice(at)}
    </p>
  )
}
