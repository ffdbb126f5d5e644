import { readEnvironment } from '#app/kit/environment.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { startWorker } from '#app/jobs/start-worker.server.ts'
import { openInTime, prepareDatabase } from './database-checks.server.ts'
import { openMetrics } from './open-metrics.server.ts'
import { openTracing } from './open-tracing.server.ts'
import { makeParts } from './make-parts.server.ts'
import { runProgram } from './run-program.server.ts'
import { untilStopped } from './until-stopped.server.ts'

/** `npm run worker`: takes jobs and answers no one, so that long ones leave the pages alone. */
await runProgram(async () => {
  const environment = readEnvironment(process.env)
  const log = createLog({ level: environment.logLevel })
  await prepareDatabase(environment)
  const [metrics, tracing] = [await openMetrics(environment, log), await openTracing(environment)]
  const meters = metrics && { meters: metrics.meters }
  const statement = tracing && { statement: tracing.statement }
  const { parts, connections, close } = await openInTime(makeParts(environment, log, { ...meters, ...statement }))
  const metricsServer = await metrics?.serve({ ...environment, connections, eventStreams: parts.eventStreams })
  const worker = await openInTime(startWorker(parts, tracing?.job))
  log.info('working')
  untilStopped(log, async () => {
    await worker.stop()
    await metricsServer?.close()
    await close()
    await tracing?.close()
  })
})
