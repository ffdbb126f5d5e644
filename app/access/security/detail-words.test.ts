import { expect, it } from 'vitest'
import { detailWords } from './detail-words.ts'

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' })
const words = (detail: Record<string, string | null>) => detailWords(detail, (at) => format.format(at))

it('says by what link or code someone signed in', () => {
  expect(words({ link: 'invitation' })).toBe('method: invitation link')
  expect(words({ link: 'return' })).toBe('method: return link')
  expect(words({ link: 'code' })).toBe('method: code sent by email')
})

it('gives the reason of a refused sign-in by how it was tried', () => {
  expect(words({ why: 'used' })).toBe('reason: the link was used before')
  expect(words({ how: 'passkey', why: 'not ours' })).toBe(
    'method: passkey, reason: the passkey belongs to no workspace',
  )
  expect(words({ how: 'single sign-on', why: 'no provider' })).toBe(
    'method: single sign-on, reason: no provider is set up',
  )
})

it('puts limits, counts and the changes of single sign-on in words', () => {
  expect(words({ limit: 'note from a network' })).toBe('limit: entries of this log from one network')
  expect(words({ emails: '1', links: '3' })).toBe('1 email, 3 links')
  expect(words({ issuer: 'https://id.example', required: 'no', secret: 'kept' })).toBe(
    'provider: https://id.example, not required, same secret',
  )
  expect(words({ what: 'personal data', of: '0b8f' })).toBe('personal data, of another person')
})

it('keeps facts and values that the code no longer writes', () => {
  expect(words({ how: 'magic', why: 'full moon', phase: 'new' })).toBe('method: magic, reason: full moon, phase: new')
})

it('shows a moment as date and time in the reader’s zone', () => {
  expect(words({ by: 'Ana Lind', until: '2027-02-27T00:27:00.716Z' })).toBe(
    'done by: Ana Lind, valid until: 27 Feb 2027, 01:27',
  )
  expect(words({ until: 'revoked', keyId: 'x', hash: 'y' })).toBe('valid until: revoked')
})
