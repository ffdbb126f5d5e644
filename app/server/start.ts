import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { loadBundle } from './load-bundle.server.ts'
import { openInTime, prepareDatabase } from './database-checks.server.ts'
import { buildDir } from './ensure-build.server.ts'
import { ProgramFault, runProgram } from './run-program.server.ts'
import { serve } from './serve.server.ts'
import { untilStopped } from './until-stopped.server.ts'

/** `npm start`: production. Nothing embedded, nothing guessed. */
await runProgram(async () => {
  const environment = readEnvironment(process.env)
  if (!existsSync(join(buildDir, 'server/index.js')))
    throw new ProgramFault('There is no build yet; run `npm run build` first.')
  const log = createLog({ level: environment.logLevel })
  await prepareDatabase(environment)
  const drain = environment.drainSeconds * 1000
  const bundle = await loadBundle()
  const { stop } = await openInTime(serve({ environment, log, drain, ...bundle }))
  untilStopped(log, stop, drain + 30_000)
})
