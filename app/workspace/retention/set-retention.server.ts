import { writeSecurityEvent } from '#app/access/security/security-log.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { type Retention, retentionFields, retentionInput } from './model.ts'
import { retentionLabels } from './retention-words.ts'

/** Says how long the workspace keeps its records. What is older goes in the next night, for good. */
export const setRetention = defineCommand({
  name: 'set-retention',
  scope: 'workspace',
  input: retentionInput,
  current: ({ row, workspaceId }) =>
    Promise.resolve({
      subjectId: workspaceId,
      fields: Object.fromEntries(
        retentionFields.map((field) => [field, { label: retentionLabels[field], value: row[field] }]),
      ),
    }),
  async run({ trx, actor, workspaceId, row, input, now, record }, touched) {
    const changed = retentionFields.flatMap((field) => {
      const wanted = input[field]
      return touched.has(field) && wanted !== undefined ? [{ field, before: row[field], after: wanted }] : []
    })
    if (changed.length === 0) return { workspaceId }
    const values: Partial<Retention> = Object.fromEntries(changed.map(({ field, after }) => [field, after]))
    await trx.updateTable('workspace').set(values).where('workspaceId', '=', workspaceId).execute()
    await record({
      event: 'retention changed',
      subjectId: workspaceId,
      subject: row.name,
      changes: changedFields(
        changed.map(({ field }) => field),
        row,
        { ...row, ...values },
      ),
    })
    const words = (which: 'before' | 'after') =>
      changed.map((it) => `${retentionLabels[it.field]}: ${it[which]}`).join('; ')
    const detail = { by: actor.name, before: words('before'), after: words('after') }
    await writeSecurityEvent(trx, workspaceId, { kind: 'retention changed', person: null, detail }, now)
    return { workspaceId }
  },
})
