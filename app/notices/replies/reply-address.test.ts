import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReplyAddress, replyAddress } from './reply-address.server.ts'

const environment = { linkSecret: 'a secret for tests, long enough to be one' }
const domain = 'reply.firstwin.example'

test('names an email in 64 characters that survive a change of case', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (workspaceId, noticeId) => {
      const answered = { workspaceId, noticeId }
      const address = replyAddress(environment, domain, answered)
      expect(address.split('@')[0]).toHaveLength(64)
      expect(readReplyAddress(environment, domain, address)).toEqual(answered)
      expect(readReplyAddress(environment, domain, address.toUpperCase())).toEqual(answered)
    }),
  )
})

test('opens nothing when a letter was changed, at another domain, or under another secret', () => {
  const answered = {
    workspaceId: '0b8f3c1e-0000-4000-8000-000000000001',
    noticeId: '0b8f3c1e-0000-4000-8000-000000000002',
  }
  const address = replyAddress(environment, domain, answered)
  for (const at of [1, 30, 60]) {
    const changed = address.slice(0, at) + (address[at] === 'b' ? 'c' : 'b') + address.slice(at + 1)
    expect(readReplyAddress(environment, domain, changed)).toBeUndefined()
  }
  expect(readReplyAddress(environment, 'other.example', address)).toBeUndefined()
  expect(readReplyAddress({ linkSecret: 'another secret, long enough to be one' }, domain, address)).toBeUndefined()
  const before = { linkSecret: 'a newer secret, long enough to be one', linkSecretsBefore: [environment.linkSecret] }
  expect(readReplyAddress(before, domain, address)).toEqual(answered)
  for (const other of ['', 'plans@firstwin.example', `r@${domain}`, `${address}@x`])
    expect(readReplyAddress(environment, domain, other)).toBeUndefined()
})
