import { defineCommand } from '#app/runner/command.ts'
import { changedFields } from '#app/runner/events/changed-fields.ts'
import { setServiceInput } from '../model.ts'

/** Says how many service days, or how much budget of one currency, are paid, planned and used. */
export const setService = defineCommand({
  name: 'set-service',
  scope: 'plan',
  input: setServiceInput,
  async run({ trx, workspaceId, row, input, record }) {
    const { unit, ...after } = input
    const stored = await trx
      .selectFrom('planService')
      .select(['paid', 'planned', 'used'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('unit', '=', unit)
      .executeTakeFirst()
    const before = {
      paid: stored ? Number(stored.paid) : null,
      planned: stored ? Number(stored.planned) : null,
      used: stored ? Number(stored.used) : null,
    }
    const changed = (['paid', 'planned', 'used'] as const).filter((field) => before[field] !== after[field])
    if (changed.length === 0) return { unit }
    await trx
      .insertInto('planService')
      .values({ workspaceId, planId: row.id, ...input })
      .onConflict((conflict) => conflict.columns(['workspaceId', 'planId', 'unit']).doUpdateSet(after))
      .execute()
    await record({
      event: 'service changed',
      subjectId: row.id,
      subject: row.project,
      changes: { serviceUnit: { before: unit, after: unit }, ...changedFields(changed, before, after) },
    })
    return { unit }
  },
})
