import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { editCommentInput } from '../model.ts'
import { takeOwnComment } from './take-comment.server.ts'
import { tellOfComment } from './tell-of-comment.server.ts'
import { commentRefusals, composerWords } from './comment-words.ts'

/** Writes one's own comment again; people who are mentioned for the first time are told. */
export const editComment = defineCommand({
  name: 'edit-comment',
  scope: 'plan',
  input: editCommentInput,
  async current(context) {
    const { comment } = await takeOwnComment(context, context.input.commentId)
    return { subjectId: comment.id, fields: { body: { label: composerWords.comment, value: comment.body } } }
  },
  async run(context, touched) {
    const { trx, workspaceId, input, record, now } = context
    const { comment, subject, visibleTo } = await takeOwnComment(context, input.commentId)
    if (comment.deletedAt) throw new Refusal(409, commentRefusals.deleted)
    if (!touched.has('body')) return { commentId: comment.id }
    await trx
      .updateTable('comment')
      .set({ body: input.body, editedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', comment.id)
      .execute()
    await record({ event: 'comment changed', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    const { id, threadId, authorId } = comment
    await tellOfComment(context, {
      ...{ id, threadId, authorId, visibleTo, subject },
      body: input.body,
      bodyBefore: comment.body,
    })
    return { commentId: comment.id }
  },
})
