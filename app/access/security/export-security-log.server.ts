import type { WorkspaceTransaction } from '#db/workspace.ts'
import { exportSecurityLogInput } from '../model.ts'
import { writeSecurityEvent } from '../security-log/write-security-event.server.ts'
import { exportedEvent } from './exported-event.ts'
import { defineCommand } from '#app/runner/command.ts'

/**
 * Notes that someone takes the security log away as a file, before the file is made. The outcome says what the file holds: what
 * is in the log at this moment, by the days of the zone. So the same form gets the same file again.
 */
export const exportSecurityLog = defineCommand({
  name: 'export-security-log',
  scope: 'workspace',
  input: exportSecurityLogInput,
  async run({ trx, actor, workspaceId, row, input, now, record }) {
    await writeSecurityEvent(trx, workspaceId, exportedEvent(actor, input), now)
    await record({ event: 'security log exported', subjectId: workspaceId, subject: row.name, changes: {} })
    return { at: now.toISOString(), ids: await idsAt(trx, workspaceId, now), timeZone: row.timeZone }
  },
})

/** The entries of this moment: later ones of the same millisecond are in no file of it. */
async function idsAt(trx: WorkspaceTransaction, workspaceId: string, at: Date): Promise<string[]> {
  const rows = await trx
    .selectFrom('securityEvent')
    .select('id')
    .where('workspaceId', '=', workspaceId)
    .where('at', '=', at)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
