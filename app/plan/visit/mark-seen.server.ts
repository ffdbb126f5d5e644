import { z } from 'zod'
import * as fields from '#app/kit/field-schemas.ts'
import { defineCommand } from '#app/runner/command.ts'
import { keepVisit } from './keep-visit.server.ts'

/** Marks everything up to a change of the plan as seen by the sender; for no one else anything changes. */
export const markSeen = defineCommand({
  name: 'mark-seen',
  scope: 'plan',
  input: z.object({ number: fields.wholeNumber(1, Number.MAX_SAFE_INTEGER) }),
  async run({ trx, workspaceId, row, input, actor, now }) {
    const last = await trx
      .selectFrom('activityCounter')
      .select('lastNumber')
      .where('workspaceId', '=', workspaceId)
      .where('scope', '=', 'plan')
      .where('scopeId', '=', row.id)
      .executeTakeFirst()
    // What is still to come was not seen, whatever is sent.
    const number = Math.min(input.number, Number(last?.lastNumber ?? 0))
    const seen = { sinceNumber: number, sinceAt: now, seenNumber: number, seenAt: now }
    await keepVisit(trx, { workspaceId, planId: row.id, readerId: actor.id }, seen)
    return null
  },
})
