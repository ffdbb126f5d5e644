import { defineCommand } from '#app/runner/command.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { closeToParticipants } from '../core/close-to-participants.server.ts'

/**
 * Archives a plan in any state: from this moment its participants have no access, and what they shared by links is shared no more. Members can still read it; no one can change
 * it.
 */
export const archivePlan = defineCommand({
  name: 'archive-plan',
  scope: 'plan',
  input: noInput,
  run: makeUndoable(
    async (context) => {
      const { trx, actor, workspaceId, row, now, record } = context
      if (row.archivedAt) return { archived: true }
      await trx
        .updateTable('plan')
        .set({ archivedAt: now, archivedBy: actor.name })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
      await closeToParticipants(context)
      await record({ event: 'plan archived', subjectId: row.id, subject: row.project, changes: {} })
      return { archived: true }
    },
    ['ending'],
  ),
})
