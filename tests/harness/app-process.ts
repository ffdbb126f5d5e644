import { pino } from 'pino'
import { startLocal } from '#app/demo/start-local.server.ts'
import { createLog } from '#app/kit/log.server.ts'
import { loadBundle } from '#app/server/load-bundle.server.ts'
import { untilStopped } from '#app/server/until-stopped.server.ts'
import { createWorkspace } from '#app/workspace/create-workspace.server.ts'
import { freePort } from './free-port.ts'
import { watchTurns } from './longest-turn.ts'

/** One real app process for a browser worker: started by tests/harness/app.ts, told what to use by its only argument, ended with it. */
export type AppOrder = { dataDir: string; logFile: string; ownerUrl: string; appUrl: string; listenUrl: string }
/** `variables`: the environment with which other programs of ours work on the same app. */
export type AppReport = { baseUrl: string; variables: Record<string, string> }
export type MemoryReport = { heapUsed: number; rss: number }
export type FirstWorkspace = { name: string; admin: string; domain: string }
/** Requests from a test to the process, and the answers with the same number. */
export type AppQuestion =
  { kind: 'memory' } | { kind: 'longest turn' } | { kind: 'workspace'; workspace: FirstWorkspace }
export type AppRequest = AppQuestion & { number: number }
export type AppAnswer = { number: number } & ({ done: MemoryReport | number | null } | { failed: string })

const order = JSON.parse(process.argv[2] ?? '') as AppOrder
const log = createLog({ level: 'info', destination: pino.destination({ dest: order.logFile, sync: true }) })
const { baseUrl, variables, parts, stop } = await startLocal({
  dataDir: order.dataDir,
  port: await freePort(),
  database: { ownerUrl: order.ownerUrl, appUrl: order.appUrl, listenUrl: order.listenUrl },
  log,
  ...(await loadBundle()),
})
untilStopped(log, stop)

let longestTurn: (() => number) | undefined

async function answer(request: AppRequest): Promise<MemoryReport | number | null> {
  if (request.kind === 'longest turn') return (longestTurn ??= watchTurns())()
  if (request.kind === 'workspace') {
    await createWorkspace(parts, request.workspace)
    return null
  }
  globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heapUsed, rss }
}

process.on('message', (request: AppRequest) => {
  const send = (answered: AppAnswer) => process.send?.(answered)
  answer(request).then(
    (done) => send({ number: request.number, done }),
    (error: unknown) => send({ number: request.number, failed: String(error) }),
  )
})
process.send?.({ baseUrl, variables } satisfies AppReport)
