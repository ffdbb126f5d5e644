import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { removeMeasurementInput } from '../model.ts'
import { findFurtherWin } from './find-further-win.server.ts'
import { agreedWin } from './kept-win.server.ts'
import { winRefusals } from './win-words.ts'

/** Removes a value that was measured by mistake. @throws Refusal 404 for one that is not on this plan */
export const removeMeasurement = defineCommand({
  name: 'remove-measurement',
  scope: 'plan',
  input: removeMeasurementInput,
  async run({ trx, workspaceId, row, input: { measurementId }, record }) {
    const removed = await trx
      .deleteFrom('measurement')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('id', '=', measurementId)
      .returning(['measured', 'measuredOn', 'note', 'winId'])
      .executeTakeFirst()
    if (!removed) throw notFound()
    const { measured, measuredOn, note, winId } = removed
    const planId = row.id
    const { measure } = winId === null ? agreedWin(row) : await findFurtherWin(trx, { workspaceId, planId, winId })
    if (winId === null && row.state === 'won') throw new Refusal(409, winRefusals.alreadyConfirmed)
    await record({
      event: 'measurement removed',
      subjectId: row.id,
      subject: measure,
      changes: {
        measuredValue: { before: Number(measured), after: null },
        // The column is a date.
        measuredOn: { before: measuredOn as IsoDate, after: null },
        ...(note === null ? {} : { note: { before: note, after: null } }),
      },
    })
    return { removed: measurementId }
  },
})
