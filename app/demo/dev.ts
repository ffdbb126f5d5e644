import { join, resolve } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import { runProgram, say } from '#app/server/say.server.ts'
import { untilStopped } from '#app/server/until-stopped.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { startEmbeddedPostgres } from '#db/embedded.ts'
import { startLocal } from './local.server.ts'
import { seedDemo } from './seed.server.ts'

/**
 * `npm run dev`: the app and the sample workspace of the demo, with Vite in place of the build. Pages follow each change; app/server, the worker and emails
 * are loaded once and want a restart.
 */
await runProgram(async () => {
  const dataDir = resolve(process.env.DEMO_DATA_DIR || join('.data', 'dev'))
  const port = Number(process.env.PORT || 3000)
  const log = createLog({ level: process.env.LOG_LEVEL || 'info' })
  const database = await startEmbeddedPostgres({ dataDir, say })
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
  say(
    [
      `Firstwin is running at ${baseUrl}, its emails at ${baseUrl}/mailbox`,
      `  the rep    ${rep}`,
      `  the buyer  ${buyer}`,
      `  marketing  ${marketing}`,
    ].join('\n'),
  )
})
