import { Resend } from 'resend'
import { type WorkspaceReading, readWorkspace } from '#db/reading.ts'
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
import { answerQuestion } from '#app/talk/questions/answer-question.server.ts'
import { askQuestion } from '#app/talk/questions/ask-question.server.ts'
import { addressIn } from '../sender.server.ts'
import { waitForTurn } from '../wait-for-turn.server.ts'
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
  | 'answer'
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
  const isTaken = ['done', 'question', 'answer', 'comment'].includes(outcome)
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

/** The conversation that an answer continues; `questionId` where it asks what no one has answered yet. */
type AnsweredThread = { threadId: string | null; questionId: string | null }

type Found = { actor: PersonActor; email: string; createdAt: Date; subject: ReplySubject & AnsweredThread }

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
  return { ...person, createdAt, subject: { ...subject, ...(await findThread(trx, workspaceId, subject)) } }
}

/** The conversation of an email about a comment. One that was resolved takes no more replies: an answer to it is about what that was about. */
async function findThread(
  trx: WorkspaceReading,
  workspaceId: string,
  { commentId, taskId }: ReplySubject,
): Promise<AnsweredThread & Pick<ReplySubject, 'taskId'>> {
  const none = { threadId: null, questionId: null, taskId }
  if (commentId === null) return none
  const first = await trx
    .selectFrom('comment')
    .innerJoin('comment as first', (join) =>
      join
        .onRef('first.workspaceId', '=', 'comment.workspaceId')
        .on((on) => on('first.id', '=', on.fn.coalesce('comment.threadId', 'comment.id'))),
    )
    .leftJoin('question', (join) =>
      join
        .onRef('question.workspaceId', '=', 'first.workspaceId')
        .onRef('question.id', '=', 'first.id')
        .on('question.closedAt', 'is', null)
        .on('question.answerId', 'is', null),
    )
    .select(['first.id', 'first.scope', 'first.subjectId', 'first.resolvedAt', 'question.id as questionId'])
    .where('comment.workspaceId', '=', workspaceId)
    .where('comment.id', '=', commentId)
    .executeTakeFirst()
  if (!first) return none
  if (first.resolvedAt) return { ...none, taskId: first.scope === 'plan' ? null : first.subjectId }
  return { threadId: first.id, questionId: first.questionId, taskId }
}

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
  return { text: got.data.text ?? '', html: got.data.html ?? '', headers: got.data.headers ?? {} }
}

type Written = { subject: Found['subject']; read: Exclude<ReadReply, { says: 'nothing' }>; key: string }

/** A refusal, such as of a plan that ended meanwhile, is an outcome; what could be said is never lost for one that could not be done. */
async function write(parts: Parts, actor: PersonActor, { subject, read, key }: Written): Promise<ReplyOutcome> {
  const { planId, taskId, questionId } = subject
  const order = { actor, scopeId: planId, idempotencyKey: key }
  const comment = async (body: string) => {
    // What a member answers stays with their company, unless they answer what both companies read.
    const audience = actor.kind === 'member' ? 'own' : 'both'
    const input = { about: taskId ?? '', threadId: subject.threadId ?? '', body, audience }
    await runCommand(parts, addComment, { ...order, input })
  }
  try {
    if (read.says === 'done' && taskId !== null) {
      const isChecked = await isDone(runCommand(parts, completeTask, { ...order, input: { taskId } }))
      if (read.text !== '' || !isChecked) await comment(isChecked ? read.text : `Done. ${read.text}`.trim())
      return isChecked ? 'done' : 'comment'
    }
    if (read.says === 'stuck' && read.text !== '' && actor.kind === 'participant') {
      const input = { about: taskId ?? '', body: read.text, askerId: '', askerName: '' }
      await runCommand(parts, askQuestion, { ...order, input })
      return 'question'
    }
    if (questionId !== null && actor.kind === 'member') {
      const input = { questionId, body: asWritten(read) }
      if (await isDone(runCommand(parts, answerQuestion, { ...order, input }))) return 'answer'
    }
    await comment(asWritten(read))
    return 'comment'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

/** Whether a command did what was asked, or refused it. */
const isDone = (command: Promise<unknown>): Promise<boolean> =>
  command.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refusal) return false
      throw error
    },
  )

/** What someone wrote, first line included, where it is a comment after all. */
const asWritten = (read: Written['read']): string =>
  read.says === 'comment' ? read.text : `${read.says === 'done' ? 'Done' : 'Stuck'}\n${read.text}`.trim()
