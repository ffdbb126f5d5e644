import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { switchOffLink } from './shared-link.server.ts'

/** Ends the link of the note at once. Ended twice, it is a success without an event. */
export const stopSharingNote = defineCommand({
  name: 'stop-sharing-note',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, record }) {
    if (await switchOffLink(trx, { workspaceId, planId: row.id, kind: 'note' }))
      await record({
        event: 'note no longer shared',
        subjectId: row.id,
        subject: row.project,
        changes: {},
        visibleTo: 'customer',
      })
    return null
  },
})
