import { noInput } from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { switchOffLink } from './shared-link.server.ts'

/** Ends the link of the victory card at once. Ended twice, it is a success without an event. */
export const stopSharingCard = defineCommand({
  name: 'stop-sharing-card',
  scope: 'plan',
  input: noInput,
  async run({ trx, workspaceId, row, record }) {
    if (await switchOffLink(trx, { workspaceId, planId: row.id, kind: 'card' }))
      await record({ event: 'card no longer shared', subjectId: row.id, subject: row.project, changes: {} })
    return null
  },
})
