import { defineCommand } from '#app/runner/command.ts'
import { listPeople } from '../core/list-people.server.ts'
import { tellOne } from '../comments/tell-of-comment.server.ts'
import { questionIdInput } from '../model.ts'
import { findAnswerSettings, promisedAnswerAt } from './answer-time.server.ts'
import { takeOwnQuestion } from './take-question.server.ts'

/** Who asked says that a question is not settled: it waits for an answer again, with a new promise, and its owner is told. */
export const reopenQuestion = defineCommand({
  name: 'reopen-question',
  scope: 'plan',
  input: questionIdInput,
  async run(context) {
    const { trx, workspaceId, row, input, record, now } = context
    const { question, subject, visibleTo } = await takeOwnQuestion(context, input.questionId)
    if (!question.closedAt && !question.answerId && !question.closingProposedBy) return { commentId: question.id }
    await trx
      .updateTable('question')
      .set({
        ...{ closedAt: null, closedBy: null, answerId: null, closingProposedBy: null },
        ...{ escalatedTo: null, escalatedAt: null },
        promisedAt: promisedAnswerAt(row.vendorCalendar, await findAnswerSettings(trx, workspaceId), now),
      })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', question.id)
      .execute()
    await record({ event: 'question reopened', subjectId: subject.id, subject: subject.title, visibleTo, changes: {} })
    const people = await listPeople(trx, { workspaceId, planId: row.id })
    const owner = people.find(({ id }) => id === question.ownerId)
    if (owner) await tellOne(context, question.id, owner, 'reopened')
    return { commentId: question.id }
  },
})
