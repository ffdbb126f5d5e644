import { expect, test } from 'vitest'
import { isUnavailable } from './is-unavailable.ts'

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code })

test('a database that is away, frozen, full, held by others or not the primary may answer later', () => {
  for (const code of [
    'ECONNREFUSED',
    'ECONNRESET',
    'ETIMEDOUT',
    '55P03',
    '57014',
    '57P01',
    '57P03',
    '53300',
    '08006',
    '25006',
    '25P03',
    '40P01',
  ])
    expect([code, isUnavailable(coded(code))]).toEqual([code, true])
  for (const message of ['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])
    expect([message, isUnavailable(new Error(message))]).toEqual([message, true])
  expect(isUnavailable(new Error('a command failed', { cause: coded('55P03') }))).toBe(true)
})

test('what is wrong stays wrong: rules, rights, syntax, our own faults', () => {
  for (const code of ['23505', '23514', '42501', '42601', '22021', 'ENOENT'])
    expect([code, isUnavailable(coded(code))]).toEqual([code, false])
  expect(isUnavailable(new Error('x'))).toBe(false)
  expect(isUnavailable('57014')).toBe(false)
})
