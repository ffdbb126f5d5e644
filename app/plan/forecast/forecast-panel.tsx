import { Suspense, lazy } from 'react'
import { PrivateMark } from '../view/private-part.tsx'
import { planLinks } from '#app/kit/paths.ts'
import { PageLink } from '#app/ui/page-link.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { NotCalculated } from './not-calculated.tsx'
import { forecastPanelWords, sharedForecastWords, shareForecastWords } from './shared-forecast-words.ts'
import { visibleOnlyWords } from '../core/private-words.ts'

/** Loaded where script runs on the vendor's page, so that others need not load it. */
const ComputedForecast = lazy(() =>
  import('./computed-forecast.tsx').then(
    ({ ComputedForecast }) => ({ default: ComputedForecast }),
    () => ({ default: NotCalculated }),
  ),
)

type ForecastPanelProps = {
  planId: string
  /** Of the plan's latest change. */
  number: number
  vendor: string
  customer: string
  shared: boolean
  mayShare: boolean
  formKey: string
  reply?: FormReply | null | undefined
}

/** Region *Forecast* on the vendor's page: computed in the browser, off the main thread; without JavaScript a link to the same figures. */
export function ForecastPanel(props: ForecastPanelProps) {
  const { planId, number, vendor, customer, shared, mayShare, formKey, reply } = props
  const links = planLinks(planId)
  const isScripted = useScripted()
  const intent = shared ? 'withdraw-forecast' : 'share-forecast'
  return (
    <section aria-label={forecastPanelWords.label} className={shared ? 'forecast' : 'forecast own-only'}>
      {!shared && <PrivateMark company={vendor} />}
      {isScripted ? (
        <Suspense fallback={<p className="forecast-wait" />}>
          <ComputedForecast inputAt={links.forecastInput} number={number} />
        </Suspense>
      ) : (
        <p className="forecast-wait">
          <PageLink to={links.forecast}>{forecastPanelWords.link}</PageLink>
        </p>
      )}
      <div className="forecast-share">
        <p>{shared ? sharedForecastWords(customer) : visibleOnlyWords(vendor)}</p>
        {mayShare && (
          <Form
            idempotencyKey={`${formKey}:${intent}`}
            intent={intent}
            action={links.plan}
            reply={replyTo(reply, intent)}
            className="no-print"
          >
            <SubmitButton tone={shared ? 'quiet' : 'plain'}>
              {shared ? forecastPanelWords.stopSharing : shareForecastWords(customer)}
            </SubmitButton>
          </Form>
        )}
      </div>
    </section>
  )
}
