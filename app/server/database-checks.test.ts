import { expect, test } from 'vitest'
import { DatabaseFault, openInTime } from './database-checks.server.ts'

const never = new Promise<never>(() => undefined)

test('what a program opens has a limit as a whole, and its failures are in words', async () => {
  expect(await openInTime(Promise.resolve('open'))).toBe('open')
  await expect(openInTime(never, 10)).rejects.toThrow(DatabaseFault)
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  await expect(openInTime(Promise.reject(refused))).rejects.toThrow('The database cannot be reached')
  await expect(openInTime(Promise.reject(new Error('a fault of ours')))).rejects.toThrow('a fault of ours')
})
