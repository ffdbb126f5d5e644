import { exportSecurityLogInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** Notes that somebody takes the security log away as a file, before the file is made. */
export const exportSecurityLog = defineCommand({
  name: 'export-security-log',
  scope: 'workspace',
  input: exportSecurityLogInput,
  async run({ trx, actor, workspaceId, row, input, now, record }) {
    const { format, ...filter } = input
    const detail = { what: 'security log', format, ...filter }
    const person = actor.kind === 'member' ? { id: actor.id, name: actor.name } : null
    await writeSecurityEvent(trx, workspaceId, { kind: 'exported', person, detail }, now)
    await record({ event: 'security log exported', subjectId: workspaceId, subject: row.name, changes: {} })
    return { workspaceId }
  },
})
