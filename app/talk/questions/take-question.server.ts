import type { Selectable } from 'kysely'
import type { Question } from '#db/schema.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { questionRefusals } from './question-words.ts'
import { type TakenComment, takeThread } from '../comments/take-comment.server.ts'

type Asked = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'standings' | 'actor'>

export type TakenQuestion = TakenComment & { question: Selectable<Question> }

/** A question of the plan with the comment that asks it. @throws Refusal 404 */
export async function takeQuestion(asked: Asked, questionId: string): Promise<TakenQuestion> {
  const taken = await takeThread(asked, questionId)
  const question = await asked.trx
    .selectFrom('question')
    .selectAll()
    .where('workspaceId', '=', asked.workspaceId)
    .where('planId', '=', asked.row.id)
    .where('id', '=', questionId)
    .executeTakeFirst()
  if (!question) throw notFound()
  return { ...taken, question }
}

/**
 * A question that the actor may close or reopen: who asked, or took it over; for someone who is not on the plan, or was taken off it, any of the customer.
 * @throws Refusal 404, 403
 */
export async function takeOwnQuestion(asked: Asked, questionId: string): Promise<TakenQuestion> {
  const taken = await takeQuestion(asked, questionId)
  const { askerId } = taken.question
  if ('id' in asked.actor && askerId === asked.actor.id) return taken
  const seat = askerId === null ? undefined : await findSeat(asked, askerId)
  if (seat) throw new Refusal(403, questionRefusals.askerOnly(seat.name))
  return taken
}

const findSeat = ({ trx, workspaceId, row }: Asked, participantId: string) =>
  trx
    .selectFrom('planParticipant')
    .select('name')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .where('participantId', '=', participantId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
