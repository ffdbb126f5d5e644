import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { writeComment } from '../comments/write-comment.server.ts'
import { tellOfComment } from '../comments/tell-of-comment.server.ts'
import { type Author, authorOf } from '../core/author-of.ts'
import { takeSubject } from '../core/take-subject.server.ts'
import { askQuestionInput } from '../model.ts'
import { findAnswerSettings, promisedAnswerAt } from './answer-time.server.ts'
import { questionRefusals } from './question-words.ts'

/** Asks the vendor something, or notes what a person of the customer asked by phone. The plan's lead answers, and is told. */
export const askQuestion = defineCommand({
  name: 'ask-question',
  scope: 'plan',
  input: askQuestionInput,
  async run(context) {
    const { trx, workspaceId, row, input, actor, record, now } = context
    const author = authorOf(actor)
    const asker = await whoAsks(context, author)
    const subject = await takeSubject(context, input.about)
    if (subject.privateTo !== null) throw fieldRefusal('body', questionRefusals.privateTask)
    const written = { author, subject, threadId: null, body: input.body, visibleTo: null }
    const comment = await writeComment(context, written)
    await trx
      .insertInto('question')
      .values({
        workspaceId,
        id: comment.id,
        planId: row.id,
        ownerId: row.leadId,
        askerId: asker.id,
        askerName: asker.name,
        askedAt: now,
        promisedAt: promisedAnswerAt(row.vendorCalendar, await findAnswerSettings(trx, workspaceId), now),
      })
      .execute()
    await record({
      event: 'question asked',
      subjectId: subject.id,
      subject: subject.title,
      changes: { askedBy: { before: null, after: asker.name } },
    })
    await tellOfComment(context, { ...comment, subject, because: new Map([[row.leadId, 'asked']]) })
    await context.tellChannels('question', row.id)
    return { commentId: comment.id, scope: subject.scope, about: subject.id }
  },
})

type Asker = { id: string | null; name: string }

/** @throws Refusal 422 where a member does not say who asked */
async function whoAsks(
  {
    trx,
    workspaceId,
    row,
    input,
  }: Pick<
    CommandContext<{ askerId: string | null; askerName: string | null }, 'plan'>,
    'trx' | 'workspaceId' | 'row' | 'input'
  >,
  author: Author,
): Promise<Asker> {
  if (author.side === 'customer') return author
  if (input.askerId === null) {
    if (input.askerName === null) throw fieldRefusal('askerName', questionRefusals.noAsker)
    return { id: null, name: input.askerName }
  }
  const seat = await trx
    .selectFrom('planParticipant')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('participantId', '=', input.askerId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (!seat) throw fieldRefusal('askerId', questionRefusals.askerGone)
  return { id: input.askerId, name: seat.name }
}
