import { newId } from '#app/kit/ids.ts'
import { bounds } from '#app/kit/limits.ts'
import { defineCommand } from '#app/runner/command.ts'
import { fieldRefusal } from '#app/runner/refusal.ts'
import { addCapabilityInput } from '../model.ts'
import { capabilityAsker } from './capability-asker.server.ts'
import { capabilityRefusals } from './capability-words.ts'

/** Notes what the customer needs. @throws Refusal 422 where the plan has as many capabilities as it may */
export const addCapability = defineCommand({
  name: 'add-capability',
  scope: 'plan',
  input: addCapabilityInput,
  async run(context) {
    const { trx, workspaceId, row, input, now, record } = context
    const { need, why } = input
    const asker = await capabilityAsker(context, input)
    const { count } = await trx
      .selectFrom('capability')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('removedAt', 'is', null)
      .executeTakeFirstOrThrow()
    if (Number(count) >= bounds.capabilities)
      throw fieldRefusal('need', capabilityRefusals.tooMany(bounds.capabilities))
    const capabilityId = newId()
    await trx
      .insertInto('capability')
      .values({
        ...{ workspaceId, planId: row.id, id: capabilityId, need, why, ...asker },
        ...{ inContract: false, taskIds: [], createdAt: now },
      })
      .execute()
    await record({
      event: 'capability added',
      subjectId: capabilityId,
      subject: need,
      changes: {
        ...(why !== null && { whyNeeded: { before: null, after: why } }),
        ...(asker.askedBy !== null && { askedBy: { before: null, after: asker.askedBy } }),
      },
    })
    return { capabilityId }
  },
})
