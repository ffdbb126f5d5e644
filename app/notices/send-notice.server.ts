import { sql } from 'kysely'
import { Resend } from 'resend'
import { type WorkspaceTransaction, inWorkspace } from '#db/workspace.ts'
import type { Environment } from '#app/kit/environment.server.ts'
import type { Parts } from '#app/kit/parts.ts'
import { findEmailHold } from '#app/outbox/email-hold.server.ts'
import { fixMessage } from './fix-message.server.ts'
import { isLeftOut } from './is-left-out.server.ts'
import { isRefusedForGood } from './is-refused-for-good.ts'
import { waitForTurn } from './wait-for-turn.server.ts'
import { keptMessage } from './kept-message.ts'
import { type RevealedMessage, revealMessage } from './reveal-message.server.ts'
import { bringsDeadCode, findFactsStillTold, isStillWanted } from './still-wanted.server.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { renewLink } from '#app/outbox/link-token.server.ts'
import { reopenTold } from '#app/outbox/reopen-told.server.ts'
import { setAside } from '#app/outbox/set-aside.server.ts'
import { goesAllTheSame } from '#app/outbox/goes-all-the-same.ts'
import { findBlockedAddress } from '#app/outbox/blocked-address.server.ts'
import { minute } from '#app/kit/durations.ts'
import { givesUpAfter, isOfEarlierDay } from './is-of-earlier-day.ts'
import { blockedWords, codeExpiredWords, gaveUpSendingWords, ofEarlierDayWords } from './sending-words.ts'

/** An email that waited longer than this, in milliseconds, leaves with its link's whole time again: mail was late. */
const renewsAfter = minute
/** A server that hangs is given up after this long, in milliseconds. */
const patience = 15_000

type Prepared = { to: string; message: RevealedMessage; idempotencyKey: string }

/**
 * Sends a notice that still waits and is still wanted. What it says is fixed at the first attempt, so that every later one has the
 * same body under the same idempotency key, and Resend delivers one email however often this is asked for. Nothing is sent while the
 * database holds its emails back.
 * @throws Error when it could not be sent now; the caller tries again
 */
export async function sendNotice(parts: Parts, workspaceId: string, noticeId: string): Promise<void> {
  // It waits on; `releaseEmails` queues it again.
  if (await findEmailHold(parts.db)) return
  const prepared = await inWorkspace(parts.db, workspaceId, (trx) => prepare(parts, trx, workspaceId, noticeId))
  if (!prepared) return
  await waitForTurn(parts)
  const { failure, mailId, isFinal } = await post(parts.environment, { workspaceId, noticeId }, prepared)
  await inWorkspace(parts.db, workspaceId, (trx) =>
    trx
      .updateTable('notice')
      .set(
        mailId === undefined
          ? { failure, ...(isFinal ? { state: 'failed' } : {}) }
          : { state: 'sent', sentAt: parts.clock.now(), failure: null, mailId },
      )
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', noticeId)
      .where('state', '=', 'waiting')
      .execute(),
  )
  if (isFinal) {
    parts.meters.email('given up')
    parts.log.error(
      { workspaceId, noticeId, failure },
      'an email was refused for good; admins see it in the list of failed emails',
    )
    return
  }
  parts.meters.email(failure ? 'refused' : 'sent')
  if (failure !== undefined) throw new Error(`An email was not taken: ${failure}`)
}

/** The message as it was kept: the connection leaves marks of direction out of texts, and those in an email are a part of its body. */
const messageBytes = sql<Buffer | null>`convert_to(message::text, 'UTF8')`.as('messageBytes')

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
    .select(messageBytes)
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', noticeId)
    .where('state', '=', 'waiting')
    .where('daily', '=', false)
    .forUpdate()
    .executeTakeFirst()
  if (!notice) return undefined
  const now = parts.clock.now()
  const endUnsent = async (values: { state: 'failed' | 'unwanted'; failure?: string }) => {
    await update(values)
    if (notice.kind === 'daily') await reopenTold(trx, { workspaceId, noticeId })
  }
  const update = (values: {
    state?: string
    failure?: string
    firstTriedAt?: Date
    message?: string
    facts?: string
  }) =>
    trx.updateTable('notice').set(values).where('workspaceId', '=', workspaceId).where('id', '=', noticeId).execute()
  if (notice.firstTriedAt && now.getTime() - notice.firstTriedAt.getTime() >= givesUpAfter) {
    await endUnsent({ state: 'failed', failure: gaveUpSendingWords(notice.failure) })
    parts.meters.email('given up')
    parts.log.error({ noticeId, kind: notice.kind }, 'an email was given up')
    return undefined
  }
  if (bringsDeadCode(notice, now)) {
    await endUnsent({ state: 'failed', failure: codeExpiredWords(notice.failure) })
    parts.meters.email('given up')
    parts.log.error({ noticeId, kind: notice.kind }, 'an email was given up: its code expired before it could leave')
    return undefined
  }
  if (isOfEarlierDay(notice, now)) {
    await endUnsent({ state: 'failed', failure: ofEarlierDayWords(notice.failure) })
    parts.meters.email('given up')
    parts.log.error({ noticeId, kind: notice.kind }, 'an email was given up: its day has passed')
    return undefined
  }
  const blocked = await findBlockedAddress(trx, { workspaceId, address: notice.toAddress })
  if (blocked && !goesAllTheSame(notice.kind, blocked, now)) {
    await endUnsent({ state: 'failed', failure: blockedWords[blocked.reason] })
    parts.meters.email('not wanted')
    parts.log.info(
      { noticeId, kind: notice.kind, reason: blocked.reason },
      'an email was not sent: its address is blocked',
    )
    return undefined
  }
  const age = now.getTime() - (notice.againAt ?? notice.createdAt).getTime()
  if (notice.linkTokenId && (notice.againAt || age > renewsAfter) && age < givesUpAfter)
    await renewLink(parts.environment, trx, { workspaceId, tokenId: notice.linkTokenId, now })
  const isWanted = await isStillWanted(trx, notice, now)
  const read = readNotice(notice)
  if (isWanted && read.fault !== undefined) {
    await setAside(parts, trx, notice, read.fault)
    return undefined
  }
  const stillTold = isWanted && read.notice ? await findFactsStillTold(trx, notice, read.notice) : undefined
  const told = stillTold && !(await isLeftOut(trx, notice, stillTold)) ? stillTold : undefined
  if (!told) {
    await endUnsent({ state: 'unwanted' })
    parts.meters.email('not wanted')
    parts.log.info(
      { noticeId, kind: notice.kind, failure: notice.failure },
      'an email was not sent: no one needs it now',
    )
    return undefined
  }
  const message = notice.messageBytes
    ? keptMessage.parse(JSON.parse(notice.messageBytes.toString('utf8')))
    : await fixMessage(parts, trx, notice, told, now)
  if (!notice.message)
    await update({
      facts: JSON.stringify(told.facts),
      message: JSON.stringify(message),
      firstTriedAt: notice.firstTriedAt ?? now,
    })
  return {
    to: notice.toAddress,
    message: await revealMessage(parts.environment, trx, notice, message),
    idempotencyKey: notice.mailKey ?? notice.id,
  }
}

/** What the service names an email by when it tells what became of it. */
const ownTags = (ids: Record<string, string>) => Object.entries(ids).map(([name, value]) => ({ name, value }))

/** Mail programs offer to add it to a calendar by its type and method. */
const calendarAttachment = (calendar: string) => ({
  filename: 'reference-call.ics',
  content: Buffer.from(calendar).toString('base64'),
  contentType: `text/calendar; charset=utf-8; method=${/^METHOD:(\w+)/m.exec(calendar)?.[1] ?? 'PUBLISH'}`,
})

/** The service's id of the email, or what went wrong, in its own words. */
type Posted =
  { mailId: string; failure?: never; isFinal?: never } | { mailId?: never; failure: string; isFinal: boolean }

async function post(
  environment: Environment,
  { workspaceId, noticeId }: { workspaceId: string; noticeId: string },
  { to, message, idempotencyKey }: Prepared,
): Promise<Posted> {
  const { resendApiKey, resendBaseUrl } = environment
  const { replyTo, calendar, isTagged, ...said } = message
  const resend = new Resend(resendApiKey, resendBaseUrl ? { baseUrl: resendBaseUrl } : {})
  try {
    const { data, error } = await resend.emails.send(
      {
        ...{ to, ...said, ...(replyTo === null ? {} : { replyTo }) },
        ...(calendar === undefined ? {} : { attachments: [calendarAttachment(calendar)] }),
        ...(isTagged ? { tags: ownTags({ workspace: workspaceId, notice: noticeId }) } : {}),
      },
      { idempotencyKey, signal: AbortSignal.timeout(patience) },
    )
    return error
      ? { failure: `${error.name}: ${error.message}`, isFinal: isRefusedForGood(error) }
      : { mailId: data.id }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error), isFinal: false }
  }
}
