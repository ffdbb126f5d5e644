import { pino } from 'pino'
import { startLocal } from '#app/demo/local.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { loadBundle } from '#app/server/bundle.server.ts'
import { untilStopped } from '#app/server/until-stopped.server.ts'
import { freePort } from './free-port.ts'

/** One real app process for a browser worker: started by tests/harness/app.ts, told what to use by its only argument, ended with it. */
export type AppOrder = { dataDir: string; logFile: string; ownerUrl: string; appUrl: string }
/** `variables`: the environment with which other programs of ours work on the same app. */
export type AppReport = { baseUrl: string; variables: Record<string, string> }
export type MemoryReport = { heapUsed: number; rss: number }

const order = JSON.parse(process.argv[2] ?? '') as AppOrder
const log = createLog({ level: 'info', destination: pino.destination({ dest: order.logFile, sync: true }) })
const { baseUrl, variables, stop } = await startLocal({
  dataDir: order.dataDir,
  port: await freePort(),
  database: { ownerUrl: order.ownerUrl, appUrl: order.appUrl },
  log,
  ...(await loadBundle()),
})
untilStopped(log, stop)
process.on('message', (asked) => {
  // For tests of what is kept: bytes after everything that can be freed was freed.
  if (asked !== 'memory') return
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  process.send?.({ heapUsed, rss } satisfies MemoryReport)
})
process.send?.({ baseUrl, variables } satisfies AppReport)
