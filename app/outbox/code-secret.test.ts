import { expect, test } from 'vitest'
import { signInCodeOf, isSignInCode } from './code-secret.server.ts'

const secret = { linkSecret: 'a secret of at least thirty-two characters' }
const id = '0b0e7a52-9a5c-4f0e-8a0e-000000000001'

test('a code is six digits, the same each time, and another for another id or secret', () => {
  const codes = [...Array(200).keys()].map((n) =>
    signInCodeOf(secret, `0b0e7a52-9a5c-4f0e-8a0e-${String(n).padStart(12, '0')}`),
  )
  for (const code of codes) expect(code).toMatch(/^\d{6}$/)
  expect(new Set(codes).size).toBeGreaterThan(195)
  expect(signInCodeOf(secret, id)).toBe(signInCodeOf(secret, id))
  expect(signInCodeOf({ linkSecret: 'another secret of thirty-two characters' }, id)).not.toBe(signInCodeOf(secret, id))
})

test('only the code itself is the code', () => {
  const code = signInCodeOf(secret, id)
  expect(isSignInCode(secret, id, code)).toBe(true)
  for (const wrong of [
    '',
    '12345',
    `${code}0`,
    ` ${code}`,
    'abcdef',
    String((Number(code) + 1) % 1_000_000).padStart(6, '0'),
  ])
    expect(isSignInCode(secret, id, wrong), wrong).toBe(false)
})

test('a code that was mailed under an earlier secret works while that is kept', () => {
  const newer = { linkSecret: 'another secret of thirty-two characters' }
  const code = signInCodeOf(secret, id)
  expect(isSignInCode(newer, id, code)).toBe(false)
  expect(isSignInCode({ ...newer, linkSecretsBefore: [secret.linkSecret] }, id, code)).toBe(true)
})
