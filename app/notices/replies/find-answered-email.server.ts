import { standingsOnPlan } from '#app/runner/standing.server.ts'
import { type Selectable, sql } from 'kysely'
import type { WorkspaceReading } from '#db/reading.ts'
import type { Notice } from '#db/schema.ts'
import { signOnOf } from '#app/access/core/identity-provider.server.ts'
import { findPerson } from '#app/access/participants/find-person.server.ts'
import { type StoredNotice, readNotice } from '#app/outbox/notice-kinds.ts'
import type { PersonActor } from '#app/policy/policy.ts'
import type { AnsweredNotice } from './reply-address.server.ts'
import { type ReplySubject, replySubject } from './reply-subject.ts'

/** Where an answer is written. */
export type AnsweredSubject = Pick<ReplySubject, 'planId' | 'taskId' | 'askedTaskIds'> & {
  /** The conversation that it continues. */
  threadId: string | null
  /** The question that it answers, where no one has answered it yet. */
  questionId: string | null
  /** Who reads it: as many as read what it answers. */
  audience: 'own' | 'both'
}

export type ReplyPlace = {
  actor: PersonActor
  email: string
  /** Whether its reader may sign in by the company's provider alone: an email does not prove who they are. */
  mustSignOn: boolean
  subject: AnsweredSubject
}

export type AnsweredEmail = ReplyPlace & { createdAt: Date }

/** The email that is answered, with its reader as they are now; undefined where they are gone, or it takes no answers. */
export async function findAnsweredEmail(
  trx: WorkspaceReading,
  { workspaceId, noticeId }: AnsweredNotice,
): Promise<AnsweredEmail | undefined> {
  const notice = await trx
    .selectFrom('notice')
    .select(['kind', 'facts', 'planId', 'memberId', 'participantId', 'createdAt'])
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', noticeId)
    .executeTakeFirst()
  const told = notice && readNotice(notice).notice
  const place = told && (await findReplyPlace(trx, workspaceId, notice, told))
  return place && { ...place, createdAt: notice.createdAt }
}

type ToldPerson = Pick<Selectable<Notice>, 'planId' | 'memberId' | 'participantId'>

/** Where an answer of an email's reader would be written now; undefined where they are gone, or the email takes no answers. */
export async function findReplyPlace(
  trx: WorkspaceReading,
  workspaceId: string,
  { planId, memberId, participantId }: ToldPerson,
  told: StoredNotice,
): Promise<ReplyPlace | undefined> {
  const subject = replySubject(planId, told)
  const by = memberId ? { memberId } : participantId ? { participantId } : undefined
  const person = subject && by && (await findPerson(trx, workspaceId, by))
  if (!person || (await standingsOnPlan(trx, person.actor, subject.planId)).size === 0) return undefined
  const mustSignOn = (await signOnOf(trx, person)) === 'required'
  return { ...person, mustSignOn, subject: await placeOf(trx, workspaceId, person.actor, subject) }
}

/**
 * Where an answer goes, and who reads it: in a conversation its readers. Elsewhere what a member answers stays with their company, and what a participant
 * answers does where the email showed anything that only their company sees.
 */
async function placeOf(
  trx: WorkspaceReading,
  workspaceId: string,
  actor: PersonActor,
  { planId, taskId, commentId, askedTaskIds, told }: ReplySubject,
): Promise<AnsweredSubject> {
  const first = commentId === null ? undefined : await findFirst(trx, workspaceId, commentId)
  const isToldInternally = await isAnyInternal(trx, workspaceId, told)
  if (first && !first.resolvedAt)
    return {
      ...{ planId, taskId, askedTaskIds, threadId: first.id, questionId: first.questionId },
      audience: isToldInternally ? 'own' : 'both',
    }
  const isInternal = actor.kind === 'member' || isToldInternally
  return {
    ...{ planId, askedTaskIds, threadId: null, questionId: null },
    // One that was resolved takes no more replies: an answer to it is about what that was about.
    taskId: first ? (first.scope === 'plan' ? null : first.subjectId) : taskId,
    audience: isInternal ? 'own' : 'both',
  }
}

/** The first comment of the conversation that a comment stands in. */
const findFirst = (trx: WorkspaceReading, workspaceId: string, commentId: string) =>
  trx
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

/** Whether only one company reads any of these; so it is taken of a comment that was deleted since. */
async function isAnyInternal(
  trx: WorkspaceReading,
  workspaceId: string,
  { taskIds, commentIds }: ReplySubject['told'],
): Promise<boolean> {
  const tasks = trx
    .selectFrom('task')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', sql<string>`any(${taskIds}::uuid[])`)
    .where('privateTo', 'is not', null)
  const shared = trx
    .selectFrom('comment')
    .leftJoin('task', (join) =>
      join.onRef('task.workspaceId', '=', 'comment.workspaceId').onRef('task.id', '=', 'comment.subjectId'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('comment.workspaceId', '=', workspaceId)
    .where('comment.id', '=', sql<string>`any(${commentIds}::uuid[])`)
    .where('comment.visibleTo', 'is', null)
    .where('task.privateTo', 'is', null)
  const [ofTasks, ofComments] = await Promise.all([
    taskIds.length > 0 ? tasks.executeTakeFirstOrThrow() : { count: 0 },
    commentIds.length > 0 ? shared.executeTakeFirstOrThrow() : { count: 0 },
  ])
  return Number(ofTasks.count) > 0 || Number(ofComments.count) < commentIds.length
}
