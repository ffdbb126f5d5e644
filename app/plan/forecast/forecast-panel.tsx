import { Link } from '@remix-run/react'
import { Suspense, lazy } from 'react'
import { PrivateMark } from '../core/private-part.tsx'
import { planLinks } from '#app/kit/paths.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { type FormReply, replyTo } from '#app/ui/form-reply.ts'
import { Form } from '#app/ui/form.tsx'
import { useScripted } from '#app/ui/use-scripted.ts'
import { useForecast } from './use-forecast.ts'
import { shareForecastWords, sharedForecastWords } from './shared-forecast-words.ts'
import { visibleOnlyWords } from '../core/private-words.ts'

/** Comes with the first figures: drawn in the browser alone, by the vendor's side alone. */
const ForecastShown = lazy(() =>
  import('./forecast-shown.tsx').then(
    ({ ForecastShown }) => ({ default: ForecastShown }),
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
    <section aria-label="Forecast" className={shared ? 'forecast' : 'forecast own-only'}>
      {!shared && <PrivateMark company={vendor} />}
      {isScripted ? (
        <Computed inputAt={links.forecastInput} number={number} />
      ) : (
        <p>
          <Link to={links.forecast}>How likely this plan is to meet its dates</Link>
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
              {shared ? 'Stop sharing the forecast' : shareForecastWords(customer)}
            </SubmitButton>
          </Form>
        )}
      </div>
    </section>
  )
}

function Computed({ inputAt, number }: { inputAt: string; number: number }) {
  const forecasting = useForecast(inputAt, number)
  switch (forecasting.state) {
    case 'running':
      return <Simulating />
    case 'failed':
      return <NotCalculated />
    case 'nothing':
      return <p>There is nothing left to forecast.</p>
    case 'done':
      return (
        <Suspense fallback={<Simulating />}>
          <ForecastShown forecast={forecasting.forecast} folded />
        </Suspense>
      )
  }
}

const Simulating = () => (
  <p role="status" className="forecast-wait">
    Simulating…
  </p>
)

const NotCalculated = () => (
  <p role="status">
    The forecast could not be calculated. The plan itself is up to date. Reload the page to try again.
  </p>
)
