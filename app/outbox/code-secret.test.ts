import { expect, test } from 'vitest'
import { codeOf, isCode } from './code-secret.server.ts'

const secret = { linkSecret: 'a secret of at least thirty-two characters' }
const id = '0b0e7a52-9a5c-4f0e-8a0e-000000000001'

test('a code is six digits, the same each time, and another for another id or secret', () => {
  const codes = [...Array(200).keys()].map((n) =>
    codeOf(secret, `0b0e7a52-9a5c-4f0e-8a0e-${String(n).padStart(12, '0')}`),
  )
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  expect(new Set(codes).size).toBeGreaterThan(195)
  expect(codeOf(secret, id)).toBe(codeOf(secret, id))
  expect(codeOf({ linkSecret: 'another secret of thirty-two characters' }, id)).not.toBe(codeOf(secret, id))
})

test('only the code itself is the code', () => {
  const code = codeOf(secret, id)
  expect(isCode(secret, id, code)).toBe(true)
  for (const wrong of [
    '',
    '12345',
    `${code}0`,
    ` ${code}`,
    'abcdef',
    String((Number(code) + 1) % 1_000_000).padStart(6, '0'),
  ])
    expect(isCode(secret, id, wrong), wrong).toBe(false)
})

test('a code that was mailed under an earlier secret works while that is kept', () => {
  const newer = { linkSecret: 'another secret of thirty-two characters' }
  const code = codeOf(secret, id)
  expect(isCode(newer, id, code)).toBe(false)
  expect(isCode({ ...newer, linkSecretsBefore: [secret.linkSecret] }, id, code)).toBe(true)
})
