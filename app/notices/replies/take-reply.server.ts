import { Resend } from 'resend'
import { readWorkspace } from '#db/reading.ts'
import { canonicalAddress } from '#app/access/core/canonical-address.ts'
import { day } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { addressIn } from '../sender.server.ts'
import { waitForTurn } from '../wait-for-turn.server.ts'
import { type AnsweredEmail, findAnsweredEmail } from './find-answered-email.server.ts'
import { isMarkedForged } from './is-marked-forged.ts'
import { mailHeaders } from './mail-headers.ts'
import { addressOf, isAutomatic, longestReply, readReply } from './read-reply.ts'
import type { ReceivedMail } from './received-mail.ts'
import { readReplyAddress } from './reply-address.server.ts'
import { isTooMuchHtml, textOfHtml } from './text-of-html.ts'
import { type WrittenReply, writeReply } from './write-reply.server.ts'

/** Answers to an email are taken for this long, in milliseconds. */
const answerableFor = 30 * day
/** A service that hangs is given up after this long, in milliseconds. */
const patience = 15_000

/** What became of a reply; the log says it, no one is written to. */
export type ReplyOutcome =
  | 'no reply address'
  | 'reply address too old'
  | 'not from the reader'
  | 'sign-on required'
  | 'forged'
  | 'automatic'
  | 'too many'
  | 'too long'
  | 'empty'
  | WrittenReply

/** The text of a received email could not be read from the mail service. */
export class UnreadReplyError extends Error {
  override name = 'UnreadReplyError'
}

/**
 * Takes an answer to one of our emails: a comment where the email belongs, a task that is done, or a question. It counts as its reader's only if it is
 * sent to the address that was made for this email and its From is that reader's own, unless the server that received it found the From forged; it is written by the runner, by their
 * rights of now, once however often it is told.
 * @throws UnreadReplyError
 */
export async function takeReply(parts: Parts, mail: ReceivedMail): Promise<ReplyOutcome> {
  const outcome = await take(parts, mail)
  const isTaken = ['done', 'question', 'answer', 'comment', 'taken before'].includes(outcome)
  parts.log[isTaken ? 'info' : 'warn']({ mailId: mail.mailId, outcome }, 'an email was received')
  return outcome
}

async function take(parts: Parts, mail: ReceivedMail): Promise<ReplyOutcome> {
  const { environment, limits, clock } = parts
  const from = addressOf(mail.from)
  const found = await listAnsweredEmails(parts, mail)
  if (found.length === 0) return 'no reply address'
  const isOfUs = from === addressIn(environment.emailFrom).toLowerCase()
  const answered = isOfUs ? undefined : found.find(({ email }) => isOwnAddress(from, email))
  if (!answered) return 'not from the reader'
  const { actor, subject, createdAt, mustSignOn } = answered
  if (clock.now().getTime() - createdAt.getTime() > answerableFor) return 'reply address too old'
  if (mustSignOn) return 'sign-on required'
  if ((await limits.count('reply by a person', actor.id)) > 0) return 'too many'
  const { text, html, headers } = await fetchText(parts, mail.mailId)
  if (isMarkedForged(headers)) return 'forged'
  if (isAutomatic(mail.from, headers)) return 'automatic'
  if (text.length > longestReply || (text === '' && isTooMuchHtml(html))) return 'too long'
  const written = text === '' ? textOfHtml(html) : text
  if (written.length > longestReply) return 'too long'
  const read = readReply(written)
  if (read.says === 'nothing') return 'empty'
  return writeReply(parts, actor, { subject, read, key: `reply:${mail.mailId}` })
}

/** The emails that a mail answers: an answer to all may go to several addresses of ours. */
async function listAnsweredEmails({ environment, db }: Parts, { to }: ReceivedMail): Promise<AnsweredEmail[]> {
  const domain = environment.replyDomain
  const found: AnsweredEmail[] = []
  if (domain === undefined) return found
  for (const address of new Set(to.map(addressOf))) {
    const notice = readReplyAddress(environment, domain, address)
    const answered = notice && (await readWorkspace(db, notice.workspaceId, (trx) => findAnsweredEmail(trx, notice)))
    if (answered) found.push(answered)
  }
  return found
}

/**
 * Whether a mail comes from someone's own mailbox. Who gets emails at an address with a plus suffix may answer from the one without; a suffix that is not
 * theirs is not taken, since some providers give such an address to someone else.
 */
const isOwnAddress = (from: string, email: string): boolean =>
  from === email || (!from.includes('+') && canonicalAddress(from) === canonicalAddress(email))

/** What a received email says, as text and as HTML, since some programs send HTML alone: the webhook tells only that it is there. @throws UnreadReplyError */
async function fetchText(parts: Pick<Parts, 'db' | 'environment'>, mailId: string) {
  const { resendApiKey, resendBaseUrl } = parts.environment
  // Reading counts against the service's limit as sending does.
  await waitForTurn(parts).catch(() => {
    throw new UnreadReplyError()
  })
  const resend = new Resend(resendApiKey, resendBaseUrl ? { baseUrl: resendBaseUrl } : {})
  const got = await resend.emails.receiving
    .get(mailId, { html_format: 'cid' }, { signal: AbortSignal.timeout(patience) })
    .catch((error: unknown) => ({ data: null, error }))
  if (!got.data) throw new UnreadReplyError()
  const { text, html, headers } = got.data
  return { text: text?.trim() ?? '', html: html ?? '', headers: mailHeaders(headers) }
}
