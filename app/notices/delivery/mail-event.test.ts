import { expect, test } from 'vitest'
import { readMailEvent } from './mail-event.ts'

const tags = { workspace: '0b8f3c1e-0000-4000-8000-000000000001', notice: '0b8f3c1e-0000-4000-8000-000000000002' }
const data = { email_id: 'mail-1', message_id: '<one@mail.example>', tags, to: ['someone@customer.example'] }

test('names the email by our own ids, and what became of it', () => {
  expect(readMailEvent({ type: 'email.delivered', data })).toEqual({
    noticeId: tags.notice,
    workspaceId: tags.workspace,
    mailId: 'mail-1',
    messageId: '<one@mail.example>',
    what: 'delivered',
  })
})

test('only a bounce for good is one', () => {
  const bounced = (type: string) => readMailEvent({ type: 'email.bounced', data: { ...data, bounce: { type } } })?.what
  expect(bounced('Permanent')).toBe('bounced')
  expect(bounced('Transient')).toBeUndefined()
  expect(readMailEvent({ type: 'email.suppressed', data })?.what).toBe('bounced')
})

test('a Message-ID that could not stand in a header is left out', () => {
  for (const message_id of ['<a@b>\r\nBcc: x@y.example', 'no brackets', `<${'a'.repeat(600)}@b>`])
    expect(readMailEvent({ type: 'email.sent', data: { ...data, message_id } })).toMatchObject({ messageId: null })
})

test.each([
  ['an email of another program', { type: 'email.delivered', data: { ...data, tags: undefined } }],
  ['ids that are none', { type: 'email.delivered', data: { ...data, tags: { ...tags, workspace: '../x' } } }],
  ['what is of no use', { type: 'email.opened', data }],
  ['nothing', null],
  ['a list', []],
])('reads %s as nothing', (_what, payload) => {
  expect(readMailEvent(payload)).toBeUndefined()
})
