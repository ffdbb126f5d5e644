import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { writeComment } from '../comments/write-comment.server.ts'
import { tellOfComment } from '../comments/tell-of-comment.server.ts'
import { authorOf } from '../core/author-of.ts'
import { answerQuestionInput } from '../model.ts'
import { takeQuestion } from './take-question.server.ts'
import { questionRefusals } from './question-words.ts'

/**
 * Answers a question with a comment in its thread; a later answer takes the place of an earlier one. Who asked closes it. While the task is private, who
 * asked could read no answer, and what is written then stays internal: it waits until the task is shared again.
 */
export const answerQuestion = defineCommand({
  name: 'answer-question',
  scope: 'plan',
  input: answerQuestionInput,
  async run(context) {
    const { trx, workspaceId, input, actor, record, now } = context
    const author = authorOf(actor)
    const { question, subject, visibleTo } = await takeQuestion(context, input.questionId)
    if (question.closedAt) throw new Refusal(409, questionRefusals.closedToAnswer)
    if (visibleTo !== null) throw fieldRefusal('body', questionRefusals.hiddenNow)
    const written = { author, subject, threadId: question.id, body: input.body, visibleTo: null }
    const comment = await writeComment(context, written)
    await trx
      .updateTable('question')
      .set({ answerId: comment.id, firstAnsweredAt: question.firstAnsweredAt ?? now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', question.id)
      .execute()
    await record({ event: 'question answered', subjectId: subject.id, subject: subject.title, changes: {} })
    const because = question.askerId === null ? undefined : new Map([[question.askerId, 'answered' as const]])
    await tellOfComment(context, { ...comment, subject, because })
    return { commentId: comment.id }
  },
})
