import { defineCommand } from '#app/runner/command.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { removeMeasurementInput } from '../model.ts'
import { measuredWin } from './measured-win.server.ts'

/**
 * Removes a value that was measured by mistake.
 * @throws Refusal 404 for one that is not on this plan, 409 once its win is confirmed
 */
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
    const { measure } = await measuredWin(trx, row, winId)
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
