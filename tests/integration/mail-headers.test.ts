import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { testNow } from '#tests/factories/now.ts'
import { mailReader as address, sendingMail as stage } from '#tests/factories/sending-mail.ts'

// The library that verifies signatures asks the system for the time.
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(testNow) })
})
afterAll(() => {
  vi.useRealTimers()
})

test('the emails of a plan are one conversation, by the Message-ID under which the first one left', async () => {
  const { resend, send, signIn, tell, planId } = await stage()
  const first = await send()
  const root = `<plan.${planId}@example.com>`
  expect(resend.attempts[0]?.headers).toMatchObject({
    'Message-ID': `<${first}@example.com>`,
    'In-Reply-To': root,
    References: root,
  })
  await tell(first, 'sent')
  await send()
  expect(resend.attempts[1]?.headers).toMatchObject({
    'In-Reply-To': '<one@mail.example>',
    References: `${root} <one@mail.example>`,
  })
  await send(signIn)
  expect(resend.attempts[2]?.headers, 'a sign-in link is no part of it').toBeUndefined()
})

test('names with line breaks, HTML and marks inject nothing into a header or the subject', async () => {
  const { resend, send, champion, planId, within, lead } = await stage()
  const evil = 'Sam"\r\nBcc: all@victim.example\r\n\r\n<b>Ortiz</b>\u2028<script>'
  await within((trx) => trx.updateTable('member').set({ name: evil }).where('id', '=', lead.id).execute())
  await send({
    kind: 'champion-proposed',
    facts: {
      ...{ workspace: evil, project: evil, name: evil },
      ...{ person: evil, champion: evil, by: evil, earliestOn: '2026-07-01' },
    },
    to: { participantId: champion.id, address },
    planId,
    link: { kind: 'return', planId },
    sender: { kind: 'member', id: lead.id },
  })
  const email = resend.attempts[0]
  const headers = [email?.subject, email?.from, ...Object.values(email?.headers ?? {})]
  for (const text of headers) expect(text).not.toMatch(/[\r\n\u2028\u2029]/)
  expect(email?.from).toMatch(/^"(?:[^"\\<>]|\\["\\])*" <plans@example\.com>$/)
  expect(email?.html).not.toContain('<script>')
  expect(email?.html).not.toContain('<b>Ortiz')
})
