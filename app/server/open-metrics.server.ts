import type { RequestListener } from 'node:http'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Log } from '#app/kit/log.server.ts'
import { listen } from './listen.server.ts'
import type { WatchedProcess } from './watch-state.server.ts'

/** How long a scrape under way may take at a stop, in milliseconds. */
const patience = 1_000

/**
 * The metrics of a process, where METRICS_LISTEN says at which address they are asked for; otherwise nothing is counted nor loaded.
 * They are answered on that address alone, never where people are.
 */
export async function openMetrics({ metricsListen }: Pick<Environment, 'metricsListen'>, log: Log) {
  if (!metricsListen) return undefined
  const [{ createMetrics }, { watchState }] = await Promise.all([
    import('./create-metrics.server.ts'),
    import('./watch-state.server.ts'),
  ])
  const { register, meters, measured } = createMetrics()
  return {
    meters,
    measured,
    /** @throws Error in plain words when the port is taken */
    async serve(watched: WatchedProcess): Promise<{ close(): Promise<void> }> {
      const state = watchState(register, watched)
      const answer: RequestListener = (req, res) => {
        if (req.method !== 'GET' || req.url !== '/metrics') {
          res.writeHead(404).end()
          return
        }
        state
          .refresh()
          .then(() => register.metrics())
          .then(
            (text) => res.writeHead(200, { 'Content-Type': register.contentType }).end(text),
            (error: unknown) => {
              log.error({ err: error }, 'metrics could not be read')
              res.writeHead(500).end()
            },
          )
      }
      const listening = await listen(answer, metricsListen, { variable: 'METRICS_LISTEN' })
      log.info(metricsListen, 'metrics')
      return {
        async close() {
          await listening.close(patience)
          await state.close()
        },
      }
    },
  }
}
