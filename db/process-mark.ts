import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process with this id is running, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    return signalProcess(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Sends `signal` to a process, or with a negative number to a process group (kill(2)). One that has ended since it was last looked at
 * is no error.
 * @returns whether there was such a process
 * @throws Error when it belongs to another user (EPERM)
 */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

/** `number:start time`, because process numbers are reused. */
export const processMark = (pid: number): string => `${pid}:${began(pid)}`

/** Whether the process that `mark` was made from is still running. */
export function isSameProcess(mark: string): boolean {
  const pid = Number(mark.split(':')[0])
  return pid > 0 && isAlive(pid) && processMark(pid) === mark
}

function began(pid: number): string {
  try {
    // Field 22 of proc(5)'s stat; the name in field 2 may contain spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return (spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '').trim()
  }
}
