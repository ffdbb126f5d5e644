import { defineCommand } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { removeUseInput } from '../model.ts'
import { useRefusals } from './use-words.ts'

/**
 * Takes back a use that was noted by mistake: one's own, or any for marketing.
 * @throws Refusal 403 for a use of someone else, 409 for one that came of a request: its outcome says whether it took place
 */
export const removeUse = defineCommand({
  name: 'remove-use',
  scope: 'plan',
  input: removeUseInput,
  async run({ trx, workspaceId, row, input, actor, standings, record }) {
    const use = await trx
      .selectFrom('referenceUse')
      .select(['kind', 'usedFor', 'usedOn', 'memberId', 'requestId'])
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('id', '=', input.useId)
      .executeTakeFirst()
    if (!use) throw notFound()
    if (use.memberId !== actor.id && !standings.has('marketing')) throw new Refusal(403, useRefusals.notYours)
    if (use.requestId !== null) throw new Refusal(409, useRefusals.ofRequest)
    await trx
      .deleteFrom('referenceUse')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .where('id', '=', input.useId)
      .execute()
    await record({
      event: 'reference use removed',
      subjectId: row.id,
      subject: row.project,
      changes: {
        kinds: { before: [use.kind], after: null },
        usedFor: { before: use.usedFor, after: null },
        usedOn: { before: use.usedOn, after: null },
      },
      visibleTo: 'vendor',
    })
    return null
  },
})
