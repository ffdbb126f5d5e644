import { Resend } from 'resend'
import { readWorkspace } from '#db/reading.ts'
import { canonicalAddress } from '#app/access/core/canonical-address.ts'
import { findPerson } from '#app/access/participants/find-person.server.ts'
import { day } from '#app/kit/durations.ts'
import type { Parts } from '#app/kit/parts.ts'
import { readNotice } from '#app/outbox/notice-kinds.ts'
import { completeTask } from '#app/plan/task/complete-task.server.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { addComment } from '#app/talk/comments/add-comment.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { addressIn } from '../sender.server.ts'
import { type ReadReply, addressOf, isAutomatic, longestReply, readReply } from './read-reply.ts'
import type { ReceivedMail } from './received-mail.ts'
import { type AnsweredNotice, readReplyAddress } from './reply-address.server.ts'
import { type ReplySubject, replySubject } from './reply-subject.ts'
import { isTooMuchHtml, textOfHtml } from './text-of-html.ts'

/** Answers to an email are taken for this long, in milliseconds. */
const answerableFor = 30 * day
/** A service that hangs is given up after this long, in milliseconds. */
const patience = 15_000

/** What became of a reply; the log says it, no one is written to. */
export type ReplyOutcome =
  | 'no reply address'
  | 'reply address too old'
  | 'not from the reader'
  | 'automatic'
  | 'too many'
  | 'too long'
  | 'empty'
  | 'refused'
  | 'done'
  | 'question'
  | 'comment'

/** The text of a received email could not be read from the mail service. */
export class UnreadReplyError extends Error {
  override name = 'UnreadReplyError'
}

/**
 * Takes an answer to one of our emails: a comment where the email belongs, a task that is done, or a question. It counts as its reader's only if it is
 * sent to the address that was made for this email and comes from that reader's own; it is written by the runner, by their rights of now, once however often it is told.
 * @throws UnreadReplyError
 */
export async function takeReply(parts: Parts, mail: ReceivedMail): Promise<ReplyOutcome> {
  const outcome = await take(parts, mail)
  const isTaken = ['done', 'question', 'comment'].includes(outcome)
  parts.log[isTaken ? 'info' : 'warn']({ mailId: mail.mailId, outcome }, 'an email was received')
  return outcome
}

async function take(parts: Parts, mail: ReceivedMail): Promise<ReplyOutcome> {
  const { environment, limits, db, clock } = parts
  const domain = environment.replyDomain
  const answered = domain && mail.to.flatMap((to) => readReplyAddress(environment, domain, addressOf(to)) ?? [])[0]
  if (!answered) return 'no reply address'
  const found = await readWorkspace(db, answered.workspaceId, (trx) => findAnswered(trx, answered))
  if (!found) return 'no reply address'
  if (clock.now().getTime() - found.createdAt.getTime() > answerableFor) return 'reply address too old'
  const from = addressOf(mail.from)
  const { actor, email, subject } = found
  if (!isOwnAddress(from, email) || from === addressIn(environment.emailFrom).toLowerCase())
    return 'not from the reader'
  if ((await limits.count('reply by a person', actor.id)) > 0) return 'too many'
  const { text, html, headers } = await fetchText(parts, mail.mailId)
  if (isAutomatic(mail.from, headers)) return 'automatic'
  if (text.length > longestReply || (text === '' && isTooMuchHtml(html))) return 'too long'
  const written = text === '' ? textOfHtml(html) : text
  if (written.length > longestReply) return 'too long'
  const read = readReply(written)
  if (read.says === 'nothing') return 'empty'
  return write(parts, actor, { subject, read, key: `reply:${mail.mailId}` })
}

/**
 * Whether a mail comes from someone's own mailbox. Who gets emails at an address with a plus suffix may answer from the one without; a suffix that is not
 * theirs is not taken, since some providers give such an address to someone else.
 */
const isOwnAddress = (from: string, email: string): boolean =>
  from === email || (!from.includes('+') && canonicalAddress(from) === canonicalAddress(email))

type Found = { actor: PersonActor; email: string; createdAt: Date; subject: ReplySubject & { threadId: string | null } }

/** The email that is answered, with its reader as they are now; undefined where they are gone, or it takes no answers. */
async function findAnswered(
  trx: Parameters<typeof findPerson>[0],
  { workspaceId, noticeId }: AnsweredNotice,
): Promise<Found | undefined> {
  const notice = await trx
    .selectFrom('notice')
    .select(['kind', 'facts', 'planId', 'path', 'memberId', 'participantId', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', noticeId)
    .executeTakeFirst()
  const told = notice && readNotice(notice).notice
  const subject = told && replySubject(notice, told)
  if (!subject) return undefined
  const { memberId, participantId, createdAt } = notice
  const by = memberId ? { memberId } : participantId ? { participantId } : undefined
  const person = by && (await findPerson(trx, workspaceId, by))
  if (!person) return undefined
  const comment =
    subject.commentId === null
      ? undefined
      : await trx
          .selectFrom('comment')
          .select(['id', 'threadId'])
          .where('workspaceId', '=', workspaceId)
          .where('id', '=', subject.commentId)
          .executeTakeFirst()
  return { ...person, createdAt, subject: { ...subject, threadId: comment ? (comment.threadId ?? comment.id) : null } }
}

/** What a received email says, as text and as HTML, since some programs send HTML alone: the webhook tells only that it is there. @throws UnreadReplyError */
async function fetchText({ environment }: Pick<Parts, 'environment'>, mailId: string) {
  const { resendApiKey, resendBaseUrl } = environment
  const resend = new Resend(resendApiKey, resendBaseUrl ? { baseUrl: resendBaseUrl } : {})
  const got = await resend.emails.receiving
    .get(mailId, { html_format: 'cid' }, { signal: AbortSignal.timeout(patience) })
    .catch((error: unknown) => ({ data: null, error }))
  if (!got.data) throw new UnreadReplyError()
  return { text: got.data.text ?? '', html: got.data.html ?? '', headers: got.data.headers ?? {} }
}

type Written = { subject: Found['subject']; read: Exclude<ReadReply, { says: 'nothing' }>; key: string }

/** A refusal, such as of a plan that ended meanwhile, is an outcome; what could be said is never lost for one that could not be done. */
async function write(parts: Parts, actor: PersonActor, { subject, read, key }: Written): Promise<ReplyOutcome> {
  const { planId, taskId } = subject
  const order = { actor, scopeId: planId, idempotencyKey: key }
  const comment = async (body: string) => {
    // What a member answers stays with their company, unless they answer what both companies read.
    const audience = actor.kind === 'member' ? 'own' : 'both'
    const input = { about: taskId ?? '', threadId: subject.threadId ?? '', body, audience }
    await runCommand(parts, addComment, { ...order, input })
  }
  try {
    if (read.says === 'done' && taskId !== null) {
      const isDone = await runCommand(parts, completeTask, { ...order, input: { taskId } }).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Refusal) return false
          throw error
        },
      )
      if (read.text !== '' || !isDone) await comment(isDone ? read.text : `Done. ${read.text}`.trim())
      return isDone ? 'done' : 'comment'
    }
    if (read.says === 'stuck' && read.text !== '' && actor.kind === 'participant') {
      const input = { about: taskId ?? '', body: read.text, askerId: '', askerName: '' }
      await runCommand(parts, askQuestion, { ...order, input })
      return 'question'
    }
    await comment(asWritten(read))
    return 'comment'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

/** What someone wrote, first line included, where it is a comment after all. */
const asWritten = (read: Written['read']): string =>
  read.says === 'comment' ? read.text : `${read.says === 'done' ? 'Done' : 'Stuck'}\n${read.text}`.trim()
