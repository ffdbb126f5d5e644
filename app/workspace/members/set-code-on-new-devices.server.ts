import { forgetAllDevices } from '#app/access/sign-in/known-device.server.ts'
import { codeOnNewDevicesInput } from '#app/access/model.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'

/** Says whether a code is asked for on new devices, of members and participants alike; those of before are new then, too. */
export const setCodeOnNewDevices = defineCommand({
  name: 'set-code-on-new-devices',
  scope: 'workspace',
  input: codeOnNewDevicesInput,
  async run({ trx, actor, workspaceId, row, input: { codeOnNewDevices }, now, record }) {
    if (row.codeOnNewDevices === codeOnNewDevices) return { workspaceId }
    await trx.updateTable('workspace').set({ codeOnNewDevices }).where('workspaceId', '=', workspaceId).execute()
    if (codeOnNewDevices) await forgetAllDevices(trx, workspaceId)
    await record({
      event: 'workspace changed',
      subjectId: workspaceId,
      subject: row.name,
      changes: { codeOnNewDevices: { before: row.codeOnNewDevices, after: codeOnNewDevices } },
    })
    await writeSecurityEvent(
      trx,
      workspaceId,
      {
        kind: 'access rules changed',
        person: { id: actor.id, name: actor.name },
        detail: { 'code on new devices': codeOnNewDevices ? 'asked for' : 'not asked for' },
      },
      now,
    )
    return { workspaceId }
  },
})
