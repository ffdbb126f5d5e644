import type { FormReply } from '#app/ui/form-reply.ts'
import { lazyPart } from '#app/ui/lazy-part.tsx'
import type { PlanView } from '../view/plan-view.ts'
import type { ForecastOfPlan } from './forecast-of-plan.ts'
import { SharedForecast } from './shared-forecast.tsx'

const ForecastPanel = lazyPart('forecast-panel', async () => (await import('./forecast-panel.tsx')).ForecastPanel)

type ForecastOnPlanProps = {
  plan: PlanView
  /** The number of the plan's last change. */
  number: number
  forecast: ForecastOfPlan
  formKey: string
  reply?: FormReply | null | undefined
}

/** Region *Forecast* of the plan page: the whole of it for the vendor, what is shared for the customer. */
export function ForecastOnPlan({ plan, number, forecast, formKey, reply }: ForecastOnPlanProps) {
  const { id, viewer, workspace, account } = plan
  if (viewer.side === 'vendor')
    return (
      <ForecastPanel
        planId={id}
        number={number}
        vendor={workspace.name}
        customer={account.name}
        shared={forecast.shared}
        mayShare={forecast.mayShare}
        formKey={formKey}
        reply={reply}
      />
    )
  return forecast.sentences.length > 0 ? (
    <SharedForecast sentences={forecast.sentences} vendor={workspace.name} />
  ) : null
}
