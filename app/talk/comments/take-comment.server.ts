import type { Selectable } from 'kysely'
import type { Comment } from '#db/schema.ts'
import { type ActorSide, sightOf } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { readsVisibleTo } from '../core/person.ts'
import { type Subject, takeSubject } from '../core/take-subject.server.ts'
import { commentRefusals } from './comment-words.ts'

type Asked = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'standings' | 'actor'>

export type CommentRow = Omit<Selectable<Comment>, 'visibleTo'> & { visibleTo: ActorSide | null }

export type TakenComment = {
  comment: CommentRow
  subject: Subject
  /** The one side that may read it now, also where its task has become private since; none where both may. */
  visibleTo: ActorSide | null
}

/** A comment of the plan with what it is about. @throws Refusal 404 for one that the asker may not read */
async function takeComment(asked: Asked, commentId: string): Promise<TakenComment> {
  const { trx, workspaceId, row, standings } = asked
  const comment = await trx
    .selectFrom('comment')
    .selectAll()
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('id', '=', commentId)
    .$narrowType<{ visibleTo: ActorSide | null }>()
    .executeTakeFirst()
  if (!comment || !readsVisibleTo(sightOf(standings), comment.visibleTo)) throw notFound()
  const subject = await takeSubject(asked, comment.subjectId)
  return { comment, subject, visibleTo: comment.visibleTo ?? subject.privateTo }
}

/** A comment that the asker wrote. @throws Refusal 404, 403 for someone else's */
export async function takeOwnComment(asked: Asked, commentId: string): Promise<TakenComment> {
  const taken = await takeComment(asked, commentId)
  if (!('id' in asked.actor) || taken.comment.authorId !== asked.actor.id)
    throw new Refusal(403, commentRefusals.ownOnly)
  return taken
}

/** The first comment of a thread. @throws Refusal 404 */
export async function takeThread(asked: Asked, threadId: string): Promise<TakenComment> {
  const taken = await takeComment(asked, threadId)
  if (taken.comment.threadId !== null) throw notFound()
  return taken
}
