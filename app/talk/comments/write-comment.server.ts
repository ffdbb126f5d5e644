import { bounds } from '#app/kit/limits.ts'
import { newId } from '#app/kit/ids.ts'
import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { commentRefusals } from './comment-words.ts'
import type { Author } from '../core/author-of.ts'
import type { Subject } from '../core/take-subject.server.ts'

type Writing = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'standings' | 'now'>

type NewComment = {
  author: Author
  subject: Subject
  /** The first comment of its thread; null for one that begins a thread. */
  threadId: string | null
  body: string
  /** The side that alone reads it; null for both. */
  visibleTo: ActorSide | null
}

/** Writes a comment; who is told about it is decided by the caller. @throws Refusal 422 where a conversation holds as many as it may */
export async function writeComment(context: Writing, { author, subject, threadId, body, visibleTo }: NewComment) {
  const { trx, workspaceId, row, now } = context
  await refuseFull(context, subject)
  const comment = { id: newId(), threadId, authorId: author.id, body, visibleTo }
  await trx
    .insertInto('comment')
    .values({
      ...comment,
      workspaceId,
      planId: row.id,
      scope: subject.scope,
      subjectId: subject.id,
      side: author.side,
      authorName: author.name,
      createdAt: now,
    })
    .execute()
  return comment
}

/** Counts what this side reads, so that neither learns how much the other keeps to itself. */
async function refuseFull({ trx, workspaceId, row, standings }: Writing, { id }: Subject) {
  const { count } = await trx
    .selectFrom('comment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('subjectId', '=', id)
    .where(({ or, eb }) => or([eb('visibleTo', 'is', null), eb('visibleTo', '=', sightOf(standings))]))
    .executeTakeFirstOrThrow()
  if (count >= bounds.comments) throw fieldRefusal('body', commentRefusals.full)
}
