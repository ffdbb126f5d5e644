import type { Log } from '#app/kit/log.server.ts'

/**
 * Runs `stop` once when the process is asked to end (SIGTERM, Ctrl-C, or its parent has gone), then exits, at the latest after
 * `patience` milliseconds, so that an unresponsive database cannot keep the process. A second signal exits at once. An
 * uncaught error stops it too, as a failure.
 */
export function untilStopped(log: Log, stop: () => Promise<void>, patience = 30_000) {
  let stopping = false
  const begin = async (why: string, code: number) => {
    if (stopping) {
      if (why.startsWith('SIG')) process.exit(1)
      return
    }
    stopping = true
    log.info({ why }, 'stopping')
    setTimeout(() => {
      log.error({ patience }, 'stopping took too long')
      process.exit(1)
    }, patience)
    try {
      await stop()
      log.info('stopped')
    } catch (error) {
      log.error({ err: error }, 'stopping failed')
      process.exit(1)
    }
    process.exit(code)
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void begin(signal, 0))
  process.on('message', (message) => message === 'stop' && void begin('asked to', 0))
  process.on('disconnect', () => void begin('the starting process ended', 0))
  for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(kind, (error: unknown) => {
      log.fatal({ err: error, kind }, 'uncaught fault')
      void begin(kind, 1)
    })
  }
}
