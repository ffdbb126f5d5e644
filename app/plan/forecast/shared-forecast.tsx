import { ForecastSentences } from './forecast-sentences.tsx'
import { forecastPanelWords, sharedByWords } from './shared-forecast-words.ts'

/** Region *Forecast* on the customer's page: what the vendor shares, and nothing else. */
export function SharedForecast({ sentences, vendor }: { sentences: readonly string[]; vendor: string }) {
  return (
    <section aria-label={forecastPanelWords.label} className="forecast">
      <ForecastSentences sentences={sentences} />
      <p className="forecast-share">{sharedByWords(vendor)}</p>
    </section>
  )
}
