import { defineCommand } from '#app/runner/command.ts'
import { shareForecastInput } from '../model.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'

/** Lets the customer read the forecast's sentences. Sharing twice is a success without an event. */
export const shareForecast = defineCommand({
  name: 'share-forecast',
  scope: 'plan',
  input: shareForecastInput,
  run: makeUndoable(
    async ({ trx, workspaceId, row, record, now }) => {
      if (row.forecastSharedAt !== null) return {}
      await trx
        .updateTable('plan')
        .set({ forecastSharedAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
      await record({ event: 'forecast shared', subjectId: row.id, subject: row.project, changes: {} })
      return {}
    },
    ['forecast'],
  ),
})
