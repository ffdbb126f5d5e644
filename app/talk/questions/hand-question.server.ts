import { defineCommand } from '#app/runner/command.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { tellOne } from '../comments/tell-of-comment.server.ts'
import { handQuestionInput } from '../model.ts'
import { takeQuestion } from './take-question.server.ts'
import { questionRefusals } from './question-words.ts'

/** Hands a question to another member, who is told. */
export const handQuestion = defineCommand({
  name: 'hand-question',
  scope: 'plan',
  input: handQuestionInput,
  async run(context) {
    const { trx, workspaceId, input, record } = context
    const { question, subject, visibleTo } = await takeQuestion(context, input.questionId)
    if (question.closedAt) throw new Refusal(409, questionRefusals.closed)
    if (question.ownerId === input.ownerId) return { commentId: question.id }
    const members = await trx
      .selectFrom('member')
      .select(['id', 'name', 'email', 'removedAt'])
      .where('workspaceId', '=', workspaceId)
      .where('id', 'in', [input.ownerId, question.ownerId])
      .execute()
    const next = members.find(({ id, removedAt }) => id === input.ownerId && removedAt === null)
    if (!next) throw fieldRefusal('ownerId', questionRefusals.unknownMember)
    await trx
      .updateTable('question')
      .set({ ownerId: next.id })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', question.id)
      .execute()
    const before = members.find(({ id }) => id === question.ownerId)?.name ?? null
    await record({
      event: 'question handed',
      subjectId: subject.id,
      subject: subject.title,
      visibleTo,
      changes: { owner: { before, after: next.name } },
    })
    await tellOne(context, question.id, { id: next.id, to: { memberId: next.id, address: next.email } }, 'handed')
    return { commentId: question.id }
  },
})
