import { defineCommand } from '#app/runner/command.ts'
import { commentIdInput } from '../model.ts'
import { authorOf } from '../core/author-of.ts'
import { takeThread } from './take-comment.server.ts'

/** Says that a thread no longer needs an answer; it is folded on the page. */
export const resolveThread = defineCommand({
  name: 'resolve-thread',
  scope: 'plan',
  input: commentIdInput,
  async run(context) {
    const { trx, workspaceId, input, actor, record, now } = context
    const { comment, subject, visibleTo } = await takeThread(context, input.commentId)
    if (comment.resolvedAt) return { commentId: comment.id }
    await trx
      .updateTable('comment')
      .set({ resolvedAt: now, resolvedBy: authorOf(actor).name })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', comment.id)
      .execute()
    await record({ event: 'thread resolved', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    return { commentId: comment.id }
  },
})
