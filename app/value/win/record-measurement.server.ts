import { newId } from '#app/kit/ids.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { measuredWin } from './measured-win.server.ts'
import { measurementInput } from '../model.ts'
import { bounds } from '#app/kit/limits.ts'
import { tooManyMeasurementsWords, winRefusals } from './win-words.ts'

/**
 * Records a value measured on the way to the first win, with its day and a note. It is shown on the plan, and no one is notified.
 * @throws Refusal 409 before the win is defined and once it is confirmed, 422 for a day that has not come
 */
export const recordMeasurement = defineCommand({
  name: 'record-measurement',
  scope: 'plan',
  input: measurementInput,
  async run({ trx, workspaceId, row, input, actor, now, todayIn, record }) {
    if (actor.kind !== 'participant') throw notFound()
    const { measuredValue, note, winId } = input
    const { measure } = await measuredWin(trx, row, winId ?? null)
    const today = todayIn(row.timeZone)
    const measuredOn = input.measuredOn ?? today
    if (measuredOn > today) throw fieldRefusal('measuredOn', winRefusals.dayAhead)
    const { count } = await trx
      .selectFrom('measurement')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirstOrThrow()
    if (Number(count) >= bounds.measurements)
      throw fieldRefusal('measuredValue', tooManyMeasurementsWords(bounds.measurements))
    await trx
      .insertInto('measurement')
      .values({
        workspaceId,
        id: newId(),
        planId: row.id,
        measured: measuredValue,
        measuredOn,
        note,
        winId: winId ?? null,
        participantId: actor.id,
        createdAt: now,
      })
      .execute()
    await record({
      event: 'value measured',
      subjectId: row.id,
      subject: measure,
      changes: {
        measuredValue: { before: null, after: measuredValue },
        ...(measuredOn === today ? {} : { measuredOn: { before: null, after: measuredOn } }),
        ...(note === null ? {} : { note: { before: null, after: note } }),
      },
    })
    return { measured: measuredValue }
  },
})
