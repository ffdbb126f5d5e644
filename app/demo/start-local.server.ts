import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerBuild } from '@remix-run/node'
import type { AppOptions } from '#app/server/create-app.server.ts'
import { identityOf } from '#app/server/request-identity.server.ts'
import { serve } from '#app/server/serve.server.ts'
import { shiftedClock, systemClock } from '#app/kit/clock.ts'
import { readEnvironment } from '#app/kit/environment.server.ts'
import type { Log } from '#app/kit/log.server.ts'
import { migrateToLatest } from '#db/migrate-to-latest.ts'
import { openMailbox } from './open-mailbox.server.ts'
import { mailboxReplies } from './mailbox-replies.server.ts'
import { mailboxBaseUrl, mailboxRoutes } from './mailbox.server.ts'

type Options = {
  /** For the mailbox and the secret of links. */
  dataDir: string
  port: number
  /** `listenUrl`: for announcements, where `appUrl` leads through a pooler. */
  database: { ownerUrl: string; appUrl: string; listenUrl?: string }
  log: Log
  build: ServerBuild | (() => Promise<ServerBuild>)
  assets: AppOptions['assets']
}

/**
 * Firstwin on this machine alone, for the demo, development and browser tests: a given database, the built-in mailbox in place of
 * Resend, on the loopback. Under both of the loopback's names, since people type either. `CLOCK_SHIFT_MS` sets its clock.
 */
export async function startLocal({ dataDir, port, database, log, build, assets }: Options) {
  const baseUrl = `http://localhost:${port}`
  const variables = {
    APP_URL: baseUrl,
    DATABASE_URL: database.appUrl,
    EMAIL_FROM: 'Firstwin <plans@firstwin.example>',
    HOST: '127.0.0.1',
    LINK_SECRET: keptSecret(dataDir),
    LISTEN_DATABASE_URL: database.listenUrl ?? database.appUrl,
    LOG_LEVEL: log.level,
    OUTGOING_ALLOW: process.env.OUTGOING_ALLOW ?? '',
    PORT: String(port),
    REPLY_DOMAIN: 'reply.firstwin.example',
    RESEND_API_KEY: 're_built_in_mailbox',
    RESEND_BASE_URL: mailboxBaseUrl(`http://127.0.0.1:${port}`),
    RESEND_PER_SECOND: '1000',
    RESEND_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('base64')}`,
  }
  const environment = readEnvironment(variables)
  await migrateToLatest(database.ownerUrl)
  const clock = shiftedClock(Number(process.env.CLOCK_SHIFT_MS || 0))
  const mailbox = openMailbox(join(dataDir, 'mailbox.jsonl'), () => clock.now())
  const replies = mailboxReplies(
    {
      origin: `http://127.0.0.1:${port}`,
      replyDomain: variables.REPLY_DOMAIN,
      webhookSecret: variables.RESEND_WEBHOOK_SECRET,
    },
    systemClock.now,
  )
  const served = await serve({
    environment,
    log,
    build,
    assets,
    mailbox: mailboxRoutes(mailbox, (res) => identityOf(res).cspNonce, replies),
    opensDemoLinks: true,
    clock,
    furtherOrigins: [`http://127.0.0.1:${port}`],
  })
  return { ...served, baseUrl, variables }
}

/** Links of an earlier run stay good. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'link.secret')
  try {
    return readFileSync(path, 'utf8')
  } catch {
    const secret = randomBytes(32).toString('hex')
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(`${path}.new`, secret, { mode: 0o600 })
    renameSync(`${path}.new`, path)
    return secret
  }
}
