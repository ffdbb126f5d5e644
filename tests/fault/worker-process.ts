import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { resolve } from 'node:path'

const projectDir = resolve(import.meta.dirname, '../..')

export type WorkerProcess = {
  /** Kills it as `kill -9` does, and starts it again. */
  killAndRestart(): Promise<void>
  stop(): Promise<void>
}

/**
 * A process of `npm run worker`; it takes jobs soon after it was started.
 * @param logFile where its errors are appended
 */
export function startWorkerProcess(variables: Record<string, string>, logFile: string): WorkerProcess {
  const start = (): ChildProcess => {
    const log = openSync(logFile, 'a')
    return spawn(process.execPath, ['app/server/run-built.mjs', 'worker'], {
      cwd: projectDir,
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', ...variables },
      stdio: ['ignore', log, log],
    })
  }
  let running = start()
  // Ended in any case when this process exits.
  process.once('exit', () => running.kill('SIGKILL'))
  const end = async (signal: NodeJS.Signals) => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const ended = once(running, 'exit')
    running.kill(signal)
    await ended
  }
  return {
    async killAndRestart() {
      await end('SIGKILL')
      running = start()
    },
    stop: () => end('SIGTERM'),
  }
}
