import type { ForecastView } from './run-forecast.ts'
import { forecastShownWords, forecastWords } from './forecast-words.ts'
import { ForecastPicture } from './forecast-picture.tsx'
import { ForecastSentences } from './forecast-sentences.tsx'

/** A forecast in sentences, with a small picture of each goal. @param folded shows the first sentence, the rest on request */
export function ForecastShown({ forecast, folded = false }: { forecast: ForecastView; folded?: boolean }) {
  const sentences = forecastWords(forecast)
  const pictures = (
    <div className="pictures">
      {forecast.goals.map((goal) => (
        <ForecastPicture key={goal.kind} goal={goal} today={forecast.today} />
      ))}
    </div>
  )
  if (!folded) {
    return (
      <>
        <ForecastSentences sentences={sentences} />
        {pictures}
      </>
    )
  }
  return (
    <>
      <ForecastSentences sentences={sentences.slice(0, 1)} />
      <details className="why">
        <summary>
          {forecastShownWords.details}
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 6.5l4 4 4-4" />
          </svg>
        </summary>
        <div className="said">
          {sentences.slice(1).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
        {pictures}
      </details>
    </>
  )
}
