import { defineCommand } from '#app/runner/command.ts'
import { commentIdInput } from '../model.ts'
import { takeThread } from './take-comment.server.ts'

/** Opens a resolved thread again. */
export const reopenThread = defineCommand({
  name: 'reopen-thread',
  scope: 'plan',
  input: commentIdInput,
  async run(context) {
    const { trx, workspaceId, input, record } = context
    const { comment, subject, visibleTo } = await takeThread(context, input.commentId)
    if (!comment.resolvedAt) return { commentId: comment.id }
    await trx
      .updateTable('comment')
      .set({ resolvedAt: null, resolvedBy: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', comment.id)
      .execute()
    await record({ event: 'thread reopened', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    return { commentId: comment.id }
  },
})
