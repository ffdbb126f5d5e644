import { defineCommand } from '#app/runner/command.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'

/**
 * Restores a plan from the archive in its former state. Its participants can enter again with new links; old ones stay
 * revoked.
 */
export const restorePlan = defineCommand({
  name: 'restore-plan',
  scope: 'plan',
  input: noInput,
  run: makeUndoable(
    async ({ trx, workspaceId, row, record }) => {
      if (!row.archivedAt) return { archived: false }
      await trx
        .updateTable('plan')
        .set({ archivedAt: null, archivedBy: null })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
      await record({ event: 'plan restored', subjectId: row.id, subject: row.project, changes: {} })
      return { archived: false }
    },
    ['ending'],
  ),
})
