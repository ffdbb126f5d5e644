import { todayIn } from '#app/kit/clock.ts'
import { newId } from '#app/kit/ids.ts'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { quarterNamed } from '../quarter.ts'
import { callsLeft, standingOfRequest } from './call-rules.ts'
import { countCallsTaken } from './calls-taken.server.ts'
import { outcomeInput } from './request-input.ts'
import { requestRefusals } from './request-words.ts'
import { type StoredRequest, takeOwnRequest } from './take-request.server.ts'

/**
 * The member who asked says whether a call took place and how the deal ended; it stands among the uses of the reference, and can be noted
 * again as the deal goes on.
 * @throws Refusal 403 for other members, 409 before the call is over, and for one that was given back to its quarter and is taken by another since
 */
export const noteOutcome = defineCommand({
  name: 'note-outcome',
  scope: 'plan',
  input: outcomeInput,
  async run(context) {
    const { trx, workspaceId, row, input, now, record } = context
    const request = await takeOwnRequest(context, input.requestId)
    const { chosenAt, kind, deal, memberId } = request
    const isOver = ['over', 'took place', 'did not take place'].includes(standingOfRequest(request, now))
    if (!isOver || chosenAt === null) throw new Refusal(409, requestRefusals.notOver)
    const { tookPlace, outcome } = input
    if (tookPlace && request.tookPlace === false) await refuseTakenCall(context, request)
    const before = await trx
      .deleteFrom('referenceUse')
      .where('workspaceId', '=', workspaceId)
      .where('requestId', '=', request.id)
      .returning('dealOutcome')
      .executeTakeFirst()
    if (tookPlace)
      await trx
        .insertInto('referenceUse')
        .values({
          ...{ workspaceId, planId: row.id, id: newId(), requestId: request.id, kind, memberId },
          ...{ usedOn: todayIn(row.timeZone, chosenAt), usedFor: deal, dealOutcome: outcome, createdAt: now },
        })
        .execute()
    await trx
      .updateTable('referenceRequest')
      .set({ tookPlace })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .execute()
    await record({
      event: 'call outcome noted',
      subjectId: row.id,
      subject: row.project,
      visibleTo: 'vendor',
      changes: {
        tookPlace: { before: request.tookPlace, after: tookPlace },
        outcome: { before: before?.dealOutcome ?? null, after: tookPlace ? outcome : null },
      },
    })
    return null
  },
})

/** A call that did not take place was given back to its quarter; where the quarter is full since, it can't be taken once more. */
async function refuseTakenCall(
  { trx, workspaceId, row, now }: CommandContext<unknown, 'plan'>,
  request: StoredRequest,
) {
  const reference = await trx
    .selectFrom('reference')
    .select('usesPerQuarter')
    .where('workspaceId', '=', workspaceId)
    .where('planId', '=', row.id)
    .executeTakeFirst()
  const taken = await countCallsTaken(trx, { workspaceId, planId: row.id }, quarterNamed(request.quarter), now)
  if (callsLeft(reference?.usesPerQuarter ?? null, taken) === 0) throw new Refusal(409, requestRefusals.quarterFull)
}
