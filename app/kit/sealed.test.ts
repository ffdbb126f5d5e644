import { expect, test } from 'vitest'
import { isSealedByNewest, seal, unseal } from './sealed.server.ts'

const secret = 'a secret for tests, long enough to be one'
const open = (sealed: string, { key = secret, context = 'here' } = {}) =>
  unseal({ linkSecret: key }, 'client secret', context, sealed)

test('what was sealed opens under the same secret, for the same purpose, in the same place, and nowhere else', () => {
  const sealed = seal({ linkSecret: secret }, 'client secret', 'here', 'héslo')
  expect(open(sealed)).toBe('héslo')
  expect(open(sealed, { key: `${secret}.` })).toBeUndefined()
  expect(open(sealed, { context: 'there' })).toBeUndefined()
  expect(unseal({ linkSecret: secret }, 'sign-on cookie', 'here', sealed)).toBeUndefined()
})

test('what was changed or cut off no longer opens', () => {
  const sealed = seal({ linkSecret: secret }, 'client secret', 'here', 'text')
  const last = sealed.at(-2) === 'A' ? 'B' : 'A'
  for (const forged of [
    `${sealed.slice(0, -2)}${last}${sealed.slice(-1)}`,
    sealed.slice(0, 20),
    `1${sealed.slice(1)}`,
    '',
    '1.',
  ])
    expect(open(forged), forged).toBeUndefined()
})

test('the same text is sealed differently each time, and does not stand in it', () => {
  const [one, two] = [
    seal({ linkSecret: secret }, 'client secret', 'here', 'hunter2'),
    seal({ linkSecret: secret }, 'client secret', 'here', 'hunter2'),
  ]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('hunter2')
})

test('under a new secret, what was sealed under the one before opens while that is kept', () => {
  const before = seal({ linkSecret: secret }, 'client secret', 'here', 'text')
  const newer = { linkSecret: 'another secret of thirty-two characters' }
  const both = { ...newer, linkSecretsBefore: ['one more secret, of no use here at all', secret] }
  expect(unseal(newer, 'client secret', 'here', before)).toBeUndefined()
  expect(unseal(both, 'client secret', 'here', before)).toBe('text')
  expect([isSealedByNewest(both, before), isSealedByNewest({ linkSecret: secret }, before)]).toEqual([false, true])
  const [, keyId = ''] = before.split('.')
  expect(keyId).toMatch(/^[\w-]{8}$/)
  expect(secret).not.toContain(keyId)
})

test('what was sealed before seals said under which secret opens as before', () => {
  const old = `1.${seal({ linkSecret: secret }, 'client secret', 'here', 'text').split('.')[2]}`
  const keys = { linkSecret: 'another secret of thirty-two characters', linkSecretsBefore: [secret] }
  expect(open(old)).toBe('text')
  expect(unseal(keys, 'client secret', 'here', old)).toBe('text')
})
