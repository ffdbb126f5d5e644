import type { ForecastView } from '../run-forecast.ts'
import { forecastWords } from '../words.ts'
import { ForecastPicture } from './forecast-picture.tsx'

/** A forecast in sentences, with a small picture of each goal. */
export function ForecastShown({ forecast }: { forecast: ForecastView }) {
  return (
    <>
      <ForecastSentences sentences={forecastWords(forecast)} />
      <div className="pictures">
        {forecast.goals.map((goal) => (
          <ForecastPicture key={goal.kind} goal={goal} today={forecast.today} />
        ))}
      </div>
    </>
  )
}

/** The first sentence stands out: it is what people say to each other. */
export const ForecastSentences = ({ sentences }: { sentences: readonly string[] }) => (
  <div className="said">
    {sentences.map((sentence, at) => (
      <p key={sentence} className={at === 0 ? 'first' : undefined}>
        {sentence}
      </p>
    ))}
  </div>
)
