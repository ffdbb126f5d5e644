import { defineCommand } from '#app/runner/command.ts'
import { shareForecastInput } from '../model.ts'
import { undoably } from '../undo/undoably.server.ts'

/** Lets the customer read the forecast's sentences. Sharing twice is a success without an event. */
export const shareForecast = defineCommand({
  name: 'share-forecast',
  scope: 'plan',
  input: shareForecastInput,
  run: undoably(
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
