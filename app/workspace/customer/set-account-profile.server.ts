import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { labels } from '#app/kit/label-words.ts'
import { setAccountProfileInput } from '../model.ts'

const profileFields = ['industry', 'region'] as const

/** Says in which industry and region a customer is, for all its plans: by these, references are found. */
export const setAccountProfile = defineCommand({
  name: 'set-account-profile',
  scope: 'plan',
  input: setAccountProfileInput,
  async current({ trx, workspaceId, row }) {
    const { industry, region } = await trx
      .selectFrom('account')
      .select(['industry', 'region'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.accountId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    return {
      subjectId: row.accountId,
      fields: {
        industry: { label: labels.industry, value: industry },
        region: { label: labels.region, value: region },
      },
    }
  },
  async run({ trx, workspaceId, row, input, record }, touched) {
    const fields = profileFields.filter((field) => touched.has(field))
    if (fields.length === 0) return null
    const { name, ...before } = await trx
      .selectFrom('account')
      .select(['name', 'industry', 'region'])
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.accountId)
      .executeTakeFirstOrThrow()
    await trx
      .updateTable('account')
      .set(Object.fromEntries(fields.map((field) => [field, input[field]])))
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', row.accountId)
      .execute()
    await record({
      event: 'customer profile changed',
      subjectId: row.accountId,
      subject: name,
      changes: changedFields(fields, before, input),
      visibleTo: 'vendor',
    })
    return null
  },
})
