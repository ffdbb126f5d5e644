import type { ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { type Clock, systemClock } from '#app/kit/clock.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Log } from '#app/kit/log.server.ts'
import { startWorker } from '#app/notices/worker.server.ts'
import type { AppOptions } from './create-app.server.ts'
import { createApp } from './create-app.server.ts'
import { listen } from './listen.server.ts'
import { makeParts, readinessOf } from './parts.server.ts'

/** How long requests may take to finish when the process is told to stop, in milliseconds. */
const patience = 25_000

type Options = {
  environment: Environment
  log: Log
  build: ServerBuild | (() => Promise<ServerBuild>)
  assets: AppOptions['assets']
  mailbox?: RequestHandler
  furtherOrigins?: readonly string[]
  /** Whether links that can be used again and again open; the demo's alone. */
  opensDemoLinks?: boolean
  /** The system's unless another is given. */
  clock?: Clock
}

/**
 * One process of Firstwin: the parts, made once; the HTTP server; the worker. `stop` takes no new requests, ends the event
 * streams, lets the rest finish, then stops the worker and closes the pool.
 */
export async function serve({ environment, log, opensDemoLinks = false, clock = systemClock, ...options }: Options) {
  const { parts, close } = await makeParts(environment, log, { opensDemoLinks, clock })
  let stopping = false
  const app = createApp({
    ...options,
    environment,
    log,
    readiness: readinessOf(parts),
    isStopping: () => stopping,
    contextOf: (identity, gone) => ({ parts, ...identity, gone }),
  })
  try {
    const listening = await listen(app, environment)
    const worker = await startWorker(parts)
    log.info({ port: listening.port, url: environment.appUrl }, 'listening')
    const stop = async () => {
      stopping = true
      parts.eventStreams.endAll()
      await listening.close(patience)
      await worker.stop()
      await close()
    }
    return { parts, port: listening.port, stop }
  } catch (error) {
    await close()
    throw error
  }
}
