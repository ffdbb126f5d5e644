import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { listPeople } from '../core/list-people.server.ts'
import { authorOf } from '../core/author-of.ts'
import { tellOne } from '../comments/tell-of-comment.server.ts'
import { questionIdInput } from '../model.ts'
import { takeQuestion } from './take-question.server.ts'
import { questionRefusals } from './question-words.ts'

/** A member asks who asked to close a question, such as one that was settled by phone. */
export const proposeClosing = defineCommand({
  name: 'propose-closing',
  scope: 'plan',
  input: questionIdInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record } = context
    const { question, subject, visibleTo } = await takeQuestion(context, input.questionId)
    if (question.closedAt || question.closingProposedBy) return { commentId: question.id }
    if (visibleTo !== null) throw new Refusal(422, questionRefusals.hiddenNow)
    await trx
      .updateTable('question')
      .set({ closingProposedBy: authorOf(actor).name })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', question.id)
      .execute()
    await record({ event: 'closing proposed', subjectId: subject.id, subject: subject.title, changes: {} })
    const people = await listPeople(trx, { workspaceId, planId: row.id })
    const asker = people.find(({ id }) => id === question.askerId)
    if (asker) await tellOne(context, question.id, asker, 'closing proposed')
    return { commentId: question.id }
  },
})
