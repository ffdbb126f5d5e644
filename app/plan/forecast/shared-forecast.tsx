import { ForecastSentences } from './forecast-sentences.tsx'

/** Region *Forecast* on the customer's page: what the vendor shares, and nothing else. */
export function SharedForecast({ sentences, vendor }: { sentences: readonly string[]; vendor: string }) {
  return (
    <section aria-label="Forecast" className="forecast">
      <ForecastSentences sentences={sentences} />
      <p className="forecast-share">Simulated from today’s plan, shared by {vendor}.</p>
    </section>
  )
}
