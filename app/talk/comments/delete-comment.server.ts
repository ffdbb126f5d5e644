import { defineCommand } from '#app/runner/command.ts'
import { commentIdInput } from '../model.ts'
import { takeOwnComment } from './take-comment.server.ts'

/** Deletes one's own comment: others read it no longer, and no unsent email mentions it. */
export const deleteComment = defineCommand({
  name: 'delete-comment',
  scope: 'plan',
  input: commentIdInput,
  async run(context) {
    const { trx, workspaceId, input, record, now } = context
    const { comment, subject, visibleTo } = await takeOwnComment(context, input.commentId)
    if (comment.deletedAt) return { commentId: comment.id }
    await trx
      .updateTable('comment')
      .set({ deletedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', comment.id)
      .execute()
    // A question whose answer is deleted waits again.
    await trx
      .updateTable('question')
      .set({ answerId: null })
      .where('workspaceId', '=', workspaceId)
      .where('answerId', '=', comment.id)
      .execute()
    await record({ event: 'comment deleted', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    return { commentId: comment.id }
  },
})
