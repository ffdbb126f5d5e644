import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { pino } from 'pino'
import { loadBundle } from '#app/server/load-bundle.server.ts'
import { ensureBuild } from '#app/server/ensure-build.server.ts'
import { runProgram, printLine } from '#app/server/run-program.server.ts'
import { untilStopped } from '#app/server/until-stopped.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { startEmbeddedPostgres } from '#db/start-embedded-postgres.ts'
import { startLocal } from './start-local.server.ts'
import { seedDemo } from './seed-demo.server.ts'

/** `npm run demo`, second step: everything is installed, start.mjs has handed over. */
await runProgram(async () => {
  const dataDir = resolve(process.env.DEMO_DATA_DIR || '.data')
  const port = Number(process.env.PORT || 3000)
  const ready = join(dataDir, 'demo.json')
  rmSync(ready, { force: true })
  mkdirSync(dataDir, { recursive: true })
  ensureBuild(printLine)

  const logFile = join(dataDir, 'firstwin.log')
  const log = createLog({
    level: process.env.LOG_LEVEL || 'info',
    destination: pino.destination({ dest: logFile, sync: true }),
  })
  const database = await startEmbeddedPostgres({ dataDir, say: printLine, readyFile: ready })
  let app: Awaited<ReturnType<typeof startLocal>> | undefined
  untilStopped(log, async () => {
    printLine('Stopping …')
    rmSync(ready, { force: true })
    await app?.stop()
    await database.stop()
  })
  try {
    app = await startLocal({ dataDir, port, database, log, ...(await loadBundle()) })
  } catch (error) {
    await database.stop()
    throw error
  }
  const { baseUrl, parts } = app
  const { rep, buyer, marketing, apiKey } = await seedDemo(parts, { baseUrl })
  const mailbox = `${baseUrl}/mailbox`
  writeFileSync(
    `${ready}.new`,
    `${JSON.stringify({ baseUrl, rep, buyer, marketing, mailbox, apiKey, databaseUrl: database.ownerUrl }, null, 2)}\n`,
    { mode: 0o600 },
  )
  renameSync(`${ready}.new`, ready)
  printLine(
    [
      '',
      'Firstwin is running. Open one of these links and select Continue:',
      `  the rep who wins the deal     ${rep}`,
      `  the buyer, champion of a plan  ${buyer}`,
      `  marketing, waiting for wins    ${marketing}`,
      '',
      `  emails that were sent          ${mailbox}`,
      `  key for the API                ${apiKey}`,
      `  log                            ${relative(process.cwd(), logFile)}`,
      '',
      'Press Ctrl-C to stop. Your data is kept.',
    ].join('\n'),
  )
})
