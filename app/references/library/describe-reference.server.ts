import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { notFound } from '#app/runner/refusal.ts'
import { libraryLabels } from './library-words.ts'
import { describeInput } from './request-input.ts'

const fields = ['product', 'provenCapabilities', 'companySize', 'language'] as const

/** Marketing says what a reference is found by in the library. */
export const describeReference = defineCommand({
  name: 'describe-reference',
  scope: 'plan',
  input: describeInput,
  async current({ trx, workspaceId, row }) {
    const stored = await trx
      .selectFrom('reference')
      .select(['product', 'capabilities as provenCapabilities', 'companySize', 'language'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirst()
    if (row.state !== 'won' || !stored) throw notFound()
    return {
      subjectId: row.id,
      fields: Object.fromEntries(fields.map((field) => [field, { label: libraryLabels[field], value: stored[field] }])),
    }
  },
  async run({ trx, workspaceId, row, input, record }, touched) {
    const changed = fields.filter((field) => touched.has(field))
    if (changed.length === 0) return null
    const stored = await trx
      .selectFrom('reference')
      .select(['product', 'capabilities as provenCapabilities', 'companySize', 'language'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .executeTakeFirstOrThrow()
    const after = { ...stored, ...Object.fromEntries(changed.map((field) => [field, input[field]])) }
    const { provenCapabilities: capabilities, ...rest } = after
    await trx
      .updateTable('reference')
      .set({ ...rest, capabilities })
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .execute()
    await record({
      event: 'reference described',
      subjectId: row.id,
      subject: row.project,
      visibleTo: 'vendor',
      changes: changedFields(changed, stored, after),
    })
    return null
  },
})
