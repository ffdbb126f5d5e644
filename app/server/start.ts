import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { loadBundle } from './load-bundle.server.ts'
import { openInTime, prepareDatabase } from './database-checks.server.ts'
import { runProgram } from './run-program.server.ts'
import { serve } from './serve.server.ts'
import { untilStopped } from './until-stopped.server.ts'

/** `npm start`: production. Nothing embedded, nothing guessed. */
await runProgram(async () => {
  const environment = readEnvironment(process.env)
  const log = createLog({ level: environment.logLevel })
  await prepareDatabase(environment)
  const drain = environment.drainSeconds * 1000
  const bundle = await loadBundle()
  const { stop } = await openInTime(serve({ environment, log, drain, ...bundle }))
  untilStopped(log, stop, drain + 30_000)
})
