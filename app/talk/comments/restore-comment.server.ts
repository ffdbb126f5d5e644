import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { commentIdInput } from '../model.ts'
import { isCommentRestorable } from './restorable-comments.ts'
import { takeOwnComment } from './take-comment.server.ts'
import { commentRefusals } from './comment-words.ts'

/** Undoes the deletion of one's own comment, within a day. */
export const restoreComment = defineCommand({
  name: 'restore-comment',
  scope: 'plan',
  input: commentIdInput,
  async run(context) {
    const { trx, workspaceId, input, record, now } = context
    const { comment, subject, visibleTo } = await takeOwnComment(context, input.commentId)
    const { deletedAt, body } = comment
    if (!deletedAt) return { commentId: comment.id }
    if (!isCommentRestorable({ deletedAt, body }, now)) throw new Refusal(409, commentRefusals.deletedLongAgo)
    await trx
      .updateTable('comment')
      .set({ deletedAt: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', comment.id)
      .execute()
    await record({ event: 'comment restored', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    return { commentId: comment.id }
  },
})
