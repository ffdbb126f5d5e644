import { sql } from 'kysely'
import type { WorkspaceTransaction } from '#db/workspace.ts'
import { writeSecurityEvent } from '#app/access/security-log/write-security-event.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import { wrongFields } from '#app/runner/refusal.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { type Retention, retentionFields, retentionInput } from './model.ts'
import { retentionLabels, shorterWords } from './retention-words.ts'

/**
 * Sets how long the workspace keeps its records. What is older goes in the next night, for good.
 * @throws Refusal 422 to ask again where a time gets shorter, unless that very change was confirmed
 */
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
    const shorter = changed.filter(({ before, after }) => after < before)
    if (shorter.length > 0) {
      const months = shorter.find(({ field }) => field === 'keepSecurityLogMonths')?.after
      const entries = months === undefined ? null : await countOlderEntries(trx, workspaceId, months)
      const message = shorterWords(
        shorter.map(({ field, ...times }) => ({ label: retentionLabels[field], ...times })),
        entries,
      )
      if (input.confirmShorter !== message) throw wrongFields([{ field: 'confirmShorter', message }])
    }
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

/** How many entries of the security log are older than this, by the database's clock, which also decides when they are deleted. */
async function countOlderEntries(trx: WorkspaceTransaction, workspaceId: string, months: number): Promise<number> {
  const { entries } = await trx
    .selectFrom('securityEvent')
    .select(({ fn }) => fn.countAll<number>().as('entries'))
    .where('workspaceId', '=', workspaceId)
    .where('at', '<', sql<Date>`now() - make_interval(months => ${months})`)
    .executeTakeFirstOrThrow()
  return Number(entries)
}
