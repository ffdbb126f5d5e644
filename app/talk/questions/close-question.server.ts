import { defineCommand } from '#app/runner/command.ts'
import { authorOf } from '../core/author-of.ts'
import { questionIdInput } from '../model.ts'
import { takeOwnQuestion } from './take-question.server.ts'

/** Says that a question is settled; only who asked does. */
export const closeQuestion = defineCommand({
  name: 'close-question',
  scope: 'plan',
  input: questionIdInput,
  async run(context) {
    const { trx, workspaceId, input, actor, record, now } = context
    const { question, subject, visibleTo } = await takeOwnQuestion(context, input.questionId)
    if (question.closedAt) return { commentId: question.id }
    await trx
      .updateTable('question')
      .set({ closedAt: now, closedBy: authorOf(actor).name, closingProposedBy: null })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', question.id)
      .execute()
    await record({ event: 'question closed', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    return { commentId: question.id }
  },
})
