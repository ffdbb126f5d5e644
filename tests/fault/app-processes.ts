import { type ChildProcess, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tests/harness/free-port.ts'

const projectDir = resolve(import.meta.dirname, '../..')

export type AppProcess = {
  baseUrl: string
  port: number
  /** The process that runs now. */
  pid(): number
  isReady(): Promise<boolean>
  /** Kills it, as when its machine loses power. */
  kill(): Promise<void>
  /** Starts it again at the same address, from another folder if one is given, and waits until it is ready. */
  start(dir?: string): Promise<void>
  stop(): Promise<void>
}

/**
 * A process of the app as `npm start` runs it, with its worker.
 * @param variables its environment without PORT
 * @param logFile where its log is appended
 * @param from the folder of its build
 */
export async function startAppProcess(
  variables: Record<string, string>,
  logFile: string,
  from = projectDir,
): Promise<AppProcess> {
  const port = await freePort()
  const baseUrl = `http://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  let ended = Promise.resolve()
  const isReady = () =>
    fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(3_500) }).then(
      ({ status }) => status === 200,
      () => false,
    )
  const start = async (dir = from) => {
    const log = openSync(logFile, 'a')
    const started = spawn(process.execPath, ['app/server/run-built.mjs', 'start'], {
      cwd: dir,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        ...variables,
      },
      stdio: ['ignore', log, log],
    })
    child = started
    // Ended in any case when this process exits.
    process.once('exit', () => started.kill('SIGKILL'))
    ended = new Promise((done) => started.once('exit', () => done()))
    await until(isReady, 60, `the app at ${baseUrl} is ready (see ${logFile})`)
  }
  const end = async (signal: NodeJS.Signals) => {
    child?.kill(signal)
    await ended
  }
  await start()
  const pid = () => child?.pid ?? 0
  return { baseUrl, port, pid, isReady, start, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

/** Waits until a condition is true. @returns the milliseconds waited @throws after this many seconds, naming the condition */
export async function until(holds: () => Promise<boolean> | boolean, seconds: number, what: string): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > seconds * 1000) throw new Error(`Not within ${seconds} s: ${what}`)
    await pause(100)
  }
  return Math.round(performance.now() - began)
}
