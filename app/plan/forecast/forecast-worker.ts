import type { ForecastInput } from './forecast-input.ts'
import { runForecast } from './run-forecast.ts'

/** The forecast off the main thread: an input in, what is shown of it out. */
self.onmessage = ({ data }: MessageEvent<ForecastInput>) => {
  self.postMessage(runForecast(data))
}
