import { defineCommand } from '#app/runner/command.ts'
import { shareForecastInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'

/** Takes the forecast back to the vendor's side. Where it was not shared that is a success without an event. */
export const withdrawForecast = defineCommand({
  name: 'withdraw-forecast',
  scope: 'plan',
  input: shareForecastInput,
  run: makeUndoable(
    async ({ trx, workspaceId, row, record }) => {
      if (row.forecastSharedAt === null) return {}
      await trx
        .updateTable('plan')
        .set({ forecastSharedAt: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
      await record({ event: 'forecast withdrawn', subjectId: row.id, subject: row.project, changes: {} })
      return {}
    },
    ['forecast'],
  ),
})
