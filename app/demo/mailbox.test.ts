import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { Resend } from 'resend'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ListeningServer } from '#app/server/listen.server.ts'
import { listen } from '#app/server/listen.server.ts'
import type { CapturedEmail } from './open-mailbox.server.ts'
import { openMailbox } from './open-mailbox.server.ts'
import { mailboxBaseUrl, mailboxRoutes } from './mailbox.server.ts'

let dir: string
let listening: ListeningServer
let base: string
let resend: Resend

async function start() {
  const app = express()
  app.use(express.raw({ type: () => true }))
  app.use(mailboxRoutes(openMailbox(join(dir, 'mailbox.jsonl')), () => 'nonce'))
  listening = await listen(app, { host: '127.0.0.1', port: 0 })
  base = `http://127.0.0.1:${listening.port}`
  resend = new Resend('re_test', { baseUrl: mailboxBaseUrl(base) })
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'firstwin-mailbox-'))
  await start()
})

afterEach(async () => {
  await listening.close(1_000)
  rmSync(dir, { recursive: true, force: true })
})

const email = {
  from: 'Firstwin <plans@example.com>',
  to: 'ana@customer.example',
  subject: 'Your plan with Brightline',
  html: '<html><head></head><body><a href="https://plans.example.com">Open</a></body></html>',
  text: 'Open https://plans.example.com',
  headers: { 'X-Entity-Ref-ID': '1' },
}

const list = async (query = '') => (await (await fetch(`${base}/mailbox.json${query}`)).json()) as CapturedEmail[]

test('what Resend’s SDK sends is listed, newest first, in the contract’s form', async () => {
  const first = await resend.emails.send(email, { idempotencyKey: 'notice-1' })
  await resend.emails.send({ ...email, to: ['ben@customer.example'], subject: 'Later' })
  expect(first.error).toBeNull()
  const [later, earlier] = await list()
  expect(await list('?to=ana@customer.example'), 'one address’s own').toEqual([earlier])
  expect(later).toMatchObject({ subject: 'Later', to: ['ben@customer.example'], idempotencyKey: null })
  expect(earlier).toEqual({
    id: first.data?.id,
    to: ['ana@customer.example'],
    from: email.from,
    subject: email.subject,
    html: email.html,
    text: email.text,
    headers: email.headers,
    idempotencyKey: 'notice-1',
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

test('one key holds one email; the same key with another body is 409', async () => {
  const first = await resend.emails.send(email, { idempotencyKey: 'notice-1' })
  const again = await resend.emails.send(email, { idempotencyKey: 'notice-1' })
  expect(again.data?.id).toBe(first.data?.id)
  const other = await resend.emails.send({ ...email, subject: 'Another' }, { idempotencyKey: 'notice-1' })
  expect(other.error).toMatchObject({ statusCode: 409, name: 'invalid_idempotent_request' })
  expect(await list()).toHaveLength(1)
})

test('emails and their keys survive a restart, and a line that a kill tore in two is dropped', async () => {
  const first = await resend.emails.send(email, { idempotencyKey: 'notice-1' })
  await listening.close(1_000)
  appendFileSync(join(dir, 'mailbox.jsonl'), '{"email":{"id":"half')
  await start()
  expect((await resend.emails.send(email, { idempotencyKey: 'notice-1' })).data?.id).toBe(first.data?.id)
  await resend.emails.send({ ...email, subject: 'After' })
  expect((await list()).map(({ subject }) => subject)).toEqual(['After', email.subject])
})

test('a request without a key, or without what an email needs, is refused as Resend does', async () => {
  const send = (headers: Record<string, string>, body: unknown) =>
    fetch(`${mailboxBaseUrl(base)}/emails`, { method: 'POST', headers, body: JSON.stringify(body) })
  expect((await send({}, email)).status).toBe(401)
  for (const missing of ['from', 'to', 'subject'] as const) {
    expect((await send({ authorization: 'Bearer re_test' }, { ...email, [missing]: undefined })).status).toBe(422)
  }
  expect((await send({ authorization: 'Bearer re_test' }, { ...email, html: undefined, text: undefined })).status).toBe(
    422,
  )
  expect(await list()).toEqual([])
})

test('the pages show subjects as text and run nothing of an email', async () => {
  const { data } = await resend.emails.send({ ...email, subject: '<script>alert(1)</script>' })
  const page = await (await fetch(`${base}/mailbox`)).text()
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  const html = await fetch(`${base}/mailbox/${data?.id}/html`)
  expect(html.headers.get('content-security-policy')).toContain('sandbox')
  expect(await html.text()).toContain('<base target="_top">')
  expect((await fetch(`${base}/mailbox/${data?.id}`)).status).toBe(200)
})
