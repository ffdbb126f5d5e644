import { Resend } from 'resend'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { Notice } from '#db/schema.ts'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { findFirstStep } from '#app/plan/waiting-queries.server.ts'
import { withCodes } from './code-secret.server.ts'
import { standInFor, standInsIn, withLinks } from './link-stand-in.ts'
import { linkUrl } from './link-token.server.ts'
import type { NoticeFacts } from './notice-kinds.ts'
import { type Message, renderNotice } from './render-notice.ts'
import { bringsDeadCode, isStillWanted } from './still-wanted.server.ts'

const hour = 60 * 60 * 1000
/** Resend forgets an idempotency key after 24 hours; an hour before that we stop, so that nobody gets an email twice. */
export const givesUpAfter = 23 * hour
/** A server that hangs is given up after this long, in milliseconds. */
const patience = 15_000

type Prepared = { to: string; message: Message }

const kept = z.object({ subject: z.string(), html: z.string(), text: z.string() })

/**
 * Sends a notice that still waits and is still wanted. What it says is fixed at the first attempt, so that every later one has the
 * same body under the same idempotency key (the notice's id), and Resend delivers one email however often this is asked for.
 * @throws Error when it could not be sent now; whoever called tries again
 */
export async function sendNotice(parts: Parts, workspaceId: string, noticeId: string): Promise<void> {
  const prepared = await inWorkspace(parts.db, workspaceId, (trx) => prepare(parts, trx, workspaceId, noticeId))
  if (!prepared) return
  const failure = await post(parts.environment, noticeId, prepared)
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('notice')
      .set(failure ? { failure } : { state: 'sent', sentAt: parts.clock.now(), failure: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noticeId)
      .where('state', '=', 'waiting')
      .execute(),
  )
  if (failure) throw new Error(`An email was not taken: ${failure}`)
}

/** Locks the notice, decides whether it goes, and fixes what it says. */
async function prepare(
  parts: Parts,
  trx: WorkspaceTransaction,
  workspaceId: string,
  noticeId: string,
): Promise<Prepared | undefined> {
  const notice = await trx
    .selectFrom('notice')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', noticeId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (!notice) return undefined
  const now = parts.clock.now()
  const update = (values: { state?: string; failure?: string; firstTriedAt?: Date; message?: string }) =>
    trx.updateTable('notice').set(values).where('workspaceId', '=', workspaceId).where('id', '=', noticeId).execute()
  if (notice.firstTriedAt && now.getTime() - notice.firstTriedAt.getTime() >= givesUpAfter) {
    await update({ state: 'failed', failure: `Given up after 23 hours. ${notice.failure ?? ''}`.trim() })
    parts.log.error({ noticeId, kind: notice.kind }, 'an email was given up')
    return undefined
  }
  if (bringsDeadCode(notice, now) || !(await isStillWanted(trx, notice, now))) {
    await update({ state: 'unwanted' })
    return undefined
  }
  const message = notice.message
    ? kept.parse(notice.message)
    : await renderNotice(await factsNow(trx, notice, now), addressIn(parts, notice), await findColour(trx, workspaceId))
  if (!notice.message) await update({ message: JSON.stringify(message), firstTriedAt: now })
  const links = await linksIn(parts.environment, trx, workspaceId, message)
  return {
    to: notice.toAddress,
    message: {
      subject: message.subject,
      html: withCodes(parts.environment, withLinks(message.html, links)),
      text: withCodes(parts.environment, withLinks(message.text, links)),
    },
  }
}

async function findColour(trx: WorkspaceTransaction, workspaceId: string): Promise<string | null> {
  const workspace = await trx
    .selectFrom('workspace')
    .select('accent')
    .where('workspaceId', '=', workspaceId)
    .executeTakeFirst()
  return workspace?.accent ?? null
}

/** Facts are written by `writeNotice` alone, which holds them to their kind. */
const factsOf = ({ kind, facts }: Selectable<Notice>) => ({ kind, facts }) as NoticeFacts

/** An invitation names the step that waits as the plan stands when it is first tried, steps edited meanwhile included. */
async function factsNow(trx: WorkspaceTransaction, notice: Selectable<Notice>, now: Date): Promise<NoticeFacts> {
  const facts = factsOf(notice)
  const { workspaceId, planId, participantId } = notice
  if (facts.kind !== 'invitation' || !planId || !participantId) return facts
  const firstStep = await findFirstStep(trx, { workspaceId, planId, participantId }, now)
  return { ...facts, facts: { ...facts.facts, firstStep } }
}

function addressIn({ environment }: Parts, { linkTokenId, path }: Selectable<Notice>): string {
  if (!linkTokenId) return new URL(path ?? '/', environment.appUrl).href
  return `${standInFor(linkTokenId)}${path ? `?next=${encodeURIComponent(path)}` : ''}`
}

async function linksIn(
  environment: Environment,
  trx: WorkspaceTransaction,
  workspaceId: string,
  { html, text }: Message,
): Promise<Map<string, string>> {
  const tokenIds = standInsIn(html + text)
  if (tokenIds.length === 0) return new Map()
  const tokens = await trx
    .selectFrom('linkToken')
    .select(['id', 'generation'])
    .where('workspaceId', '=', workspaceId)
    .where('id', 'in', tokenIds)
    .execute()
  return new Map(
    tokens.map(({ id, generation }) => [id, linkUrl(environment, { workspaceId, tokenId: id, generation })]),
  )
}

/** @returns what went wrong, in the words of the service, or undefined */
async function post(
  environment: Environment,
  noticeId: string,
  { to, message }: Prepared,
): Promise<string | undefined> {
  const { resendApiKey, resendBaseUrl, emailFrom: from } = environment
  const resend = new Resend(resendApiKey, resendBaseUrl ? { baseUrl: resendBaseUrl } : {})
  try {
    const { error } = await resend.emails.send(
      { from, to, ...message },
      { idempotencyKey: noticeId, signal: AbortSignal.timeout(patience) },
    )
    return error ? `${error.name}: ${error.message}` : undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
