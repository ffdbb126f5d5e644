import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll } from 'vitest'
import { type CapturedEmail, openMailbox } from '#app/demo/open-mailbox.server.ts'
import { mailboxBaseUrl, mailboxRoutes } from '#app/demo/mailbox.server.ts'
import { listen } from '#app/server/listen.server.ts'

const closers: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closers.splice(0)) await close()
})

/** The built-in mailbox over HTTP, without the rest of the app. */
export async function startMailbox() {
  const folder = mkdtempSync(join(tmpdir(), 'firstwin-mailbox-'))
  const app = express()
  app.use(express.raw({ type: () => true }))
  app.use(mailboxRoutes(openMailbox(join(folder, 'mailbox.jsonl')), () => 'nonce'))
  const listening = await listen(app, { host: '127.0.0.1', port: 0 })
  closers.push(async () => {
    await listening.close(1_000)
    rmSync(folder, { recursive: true, force: true })
  })
  const origin = `http://127.0.0.1:${listening.port}`
  return {
    /** Where Resend's SDK must point. */
    baseUrl: mailboxBaseUrl(origin),
    /** Newest first. */
    list: async () => (await (await fetch(`${origin}/mailbox.json`)).json()) as CapturedEmail[],
  }
}
