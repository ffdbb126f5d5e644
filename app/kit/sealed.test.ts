import { expect, test } from 'vitest'
import { seal, unseal } from './sealed.server.ts'

const secret = 'a secret for tests, long enough to be one'
const open = (sealed: string, { key = secret, context = 'here' } = {}) => unseal(key, 'client secret', context, sealed)

test('what was sealed opens under the same secret, for the same purpose, in the same place, and nowhere else', () => {
  const sealed = seal(secret, 'client secret', 'here', 'héslo')
  expect(open(sealed)).toBe('héslo')
  expect(open(sealed, { key: `${secret}.` })).toBeUndefined()
  expect(open(sealed, { context: 'there' })).toBeUndefined()
  expect(unseal(secret, 'sign-on cookie', 'here', sealed)).toBeUndefined()
})

test('what was changed or cut off opens no more', () => {
  const sealed = seal(secret, 'client secret', 'here', 'text')
  const last = sealed.at(-2) === 'A' ? 'B' : 'A'
  for (const forged of [
    `${sealed.slice(0, -2)}${last}${sealed.slice(-1)}`,
    sealed.slice(0, 20),
    `2${sealed.slice(1)}`,
    '',
    '1.',
  ])
    expect(open(forged), forged).toBeUndefined()
})

test('the same text is sealed differently each time, and does not stand in it', () => {
  const [one, two] = [
    seal(secret, 'client secret', 'here', 'hunter2'),
    seal(secret, 'client secret', 'here', 'hunter2'),
  ]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('hunter2')
})
