import { setTimeout as pause } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { type Clock, systemClock } from '#app/kit/clock.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Log } from '#app/kit/log.server.ts'
import { startWorker } from '#app/jobs/start-worker.server.ts'
import type { AppOptions } from './create-app.server.ts'
import { createApp } from './create-app.server.ts'
import { listen } from './listen.server.ts'
import { makeParts } from './make-parts.server.ts'
import { openMetrics } from './open-metrics.server.ts'
import { openTracing } from './open-tracing.server.ts'
import { openReadiness } from './open-readiness.server.ts'

/** How long requests may take to finish when the process is told to stop, in milliseconds. */
const patience = 25_000

type Options = {
  environment: Environment
  log: Log
  build: ServerBuild | (() => Promise<ServerBuild>)
  assets: AppOptions['assets']
  mailbox?: RequestHandler
  furtherOrigins?: readonly string[]
  /** How long the process still answers, and says that it is not ready, before a stop takes effect, in milliseconds. */
  drain?: number
  /** Whether links that can be used again and again open; the demo's alone. */
  opensDemoLinks?: boolean
  /** The system's unless another is given. */
  clock?: Clock
}

/**
 * One process of Firstwin: the parts, made once; the HTTP server; the worker. `stop` first lets load balancers notice, then takes
 * no new requests, ends the event streams, lets the rest finish, and closes the pool.
 */
export async function serve({
  environment,
  log,
  drain = 0,
  opensDemoLinks = false,
  clock = systemClock,
  ...options
}: Options) {
  const [metrics, tracing] = [await openMetrics(environment, log), await openTracing(environment)]
  const { parts, connections, close } = await makeParts(environment, log, {
    opensDemoLinks,
    clock,
    ...(metrics && { meters: metrics.meters }),
    ...(tracing && { statement: tracing.statement }),
  })
  const { readiness, close: closeReadiness } = openReadiness(environment)
  let metricsServer: { close(): Promise<void> } | undefined
  const closeAll = () => Promise.all([close(), closeReadiness(), metricsServer?.close(), tracing?.close()])
  let stopping = false
  const app = createApp({
    ...options,
    environment,
    log,
    readiness,
    watching: [metrics?.measured, tracing?.traced].filter((it) => it !== undefined),
    isStopping: () => stopping,
    contextOf: (identity, gone) => ({ parts, ...identity, gone }),
  })
  try {
    metricsServer = await metrics?.serve({ ...environment, connections, eventStreams: parts.eventStreams })
    const worker = environment.worker === 'together' ? await startWorker(parts, tracing?.job) : undefined
    // Last, so that nothing is sent here before a stop is handled in order.
    const listening = await listen(app, environment)
    log.info({ port: listening.port, url: environment.appUrl }, 'listening')
    const stop = async () => {
      stopping = true
      const workerStopped = worker?.stop()
      await pause(drain)
      parts.eventStreams.endAll()
      await listening.close(patience)
      await workerStopped
      await closeAll()
    }
    return { parts, port: listening.port, stop }
  } catch (error) {
    await closeAll()
    throw error
  }
}
