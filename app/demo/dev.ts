import { join, resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { runProgram, printLine } from '#app/server/run-program.server.ts'
import { untilStopped } from '#app/server/until-stopped.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { startEmbeddedPostgres } from '#db/start-embedded-postgres.ts'
import { startLocal } from './start-local.server.ts'
import { seedDemo } from './seed-demo.server.ts'

/**
 * `npm run dev`: the app and the sample workspace of the demo, with Vite in place of the build. Pages follow each change by Vite; where a file changes that
 * this process loaded itself (app/server, the worker, emails), Node starts it again.
 */
await runProgram(async () => {
  // Node's watcher tells its children to report what they load, on the channel by which the database's keeper reports to us.
  delete process.env.WATCH_REPORT_DEPENDENCIES
  const dataDir = resolve(process.env.DEMO_DATA_DIR || join('.data', 'dev'))
  const port = Number(process.env.PORT || 3000)
  const log = createLog({ level: process.env.LOG_LEVEL || 'info' })
  const database = await startEmbeddedPostgres({ dataDir, say: printLine })
  const vite = await createServer({ server: { middlewareMode: true }, appType: 'custom' })
  const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
  let app: Awaited<ReturnType<typeof startLocal>> | undefined
  untilStopped(log, async () => {
    await app?.stop()
    await vite.close()
    await database.stop()
  })
  try {
    app = await startLocal({ dataDir, port, database, log, build, assets: { vite: vite.middlewares } })
  } catch (error) {
    await vite.close()
    await database.stop()
    throw error
  }
  const { baseUrl, parts } = app
  const { rep, buyer, marketing } = await seedDemo(parts, { baseUrl })
  printLine(
    [
      `Firstwin is running at ${baseUrl}, its emails at ${baseUrl}/mailbox`,
      `  the rep    ${rep}`,
      `  the buyer  ${buyer}`,
      `  marketing  ${marketing}`,
    ].join('\n'),
  )
})
