import { useEffect, useState } from 'react'
import type { ForecastInput } from './forecast-input.ts'
import type { ForecastView } from './run-forecast.ts'

export type ForecastProgress =
  { state: 'running' } | { state: 'failed' } | { state: 'nothing' } | { state: 'done'; forecast: ForecastView }

/**
 * Computes a plan's forecast in a worker, once the page is there and again with every change of the plan; until the new figures
 * are there the old ones stay.
 * @param number of the plan's latest change
 */
export function useForecast(inputAt: string, number: number): ForecastProgress {
  const [forecasting, setForecasting] = useState<ForecastProgress>({ state: 'running' })
  useEffect(() => {
    const asking = new AbortController()
    const fail = () => {
      if (!asking.signal.aborted) setForecasting({ state: 'failed' })
    }
    let worker: Worker | null = null
    const compute = (input: ForecastInput | null) => {
      if (asking.signal.aborted) return
      if (!input) return setForecasting({ state: 'nothing' })
      worker = new Worker(new URL('./forecast-worker.ts', import.meta.url), { type: 'module' })
      worker.onerror = fail
      worker.onmessage = ({ data }: MessageEvent<ForecastView | null>) => {
        setForecasting(data ? { state: 'done', forecast: data } : { state: 'failed' })
        worker?.terminate()
      }
      worker.postMessage(input)
    }
    fetch(inputAt, { signal: asking.signal, headers: { accept: 'application/json' } })
      .then((response) =>
        response.ok
          ? (response.json() as Promise<ForecastInput | null>)
          : Promise.reject(new Error(response.statusText)),
      )
      .then(compute)
      .catch(fail)
    return () => {
      asking.abort()
      worker?.terminate()
    }
  }, [inputAt, number])
  return forecasting
}
