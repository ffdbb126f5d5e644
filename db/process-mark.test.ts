import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { isAlive, signalProcess } from './process-mark.ts'

test('a signal reaches a running process, and is no error for one that has ended meanwhile', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1_000)'])
  const pid = child.pid ?? 0
  expect(isAlive(pid)).toBe(true)
  expect(signalProcess(pid, 'SIGTERM')).toBe(true)
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGTERM')
  expect(isAlive(pid)).toBe(false)
  expect(signalProcess(pid, 'SIGTERM')).toBe(false)
  expect(signalProcess(-pid, 'SIGTERM')).toBe(false)
})
