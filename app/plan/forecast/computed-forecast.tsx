import { ForecastShown } from './forecast-shown.tsx'
import { NotCalculated } from './not-calculated.tsx'
import { useForecast } from './use-forecast.ts'
import { computedForecastWords } from './forecast-words.ts'

/** A plan's forecast, computed in the browser. @param number of the plan's latest change */
export function ComputedForecast({ inputAt, number }: { inputAt: string; number: number }) {
  const forecasting = useForecast(inputAt, number)
  switch (forecasting.state) {
    case 'running':
      return (
        <p role="status" className="forecast-wait">
          {computedForecastWords.running}
        </p>
      )
    case 'failed':
      return <NotCalculated />
    case 'nothing':
      return <p>{computedForecastWords.nothing}</p>
    case 'done':
      return <ForecastShown forecast={forecasting.forecast} folded />
  }
}
