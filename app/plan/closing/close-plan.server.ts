import type { z } from 'zod'
import { type CommandContext, defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { closePlanInput } from '../model.ts'
import { closeObjections } from '../agreement/close-objections.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { closingRefusals } from './closing-words.ts'

type Closing = CommandContext<z.infer<typeof closePlanInput>, 'plan'>

/**
 * Closes a plan without an order, and with it both sides' requests for changes. Both sides see the reason; the note is private
 * to the vendor.
 * @throws Refusal 403 for a plan whose first win is confirmed
 */
export const closePlan = defineCommand({
  name: 'close-plan',
  scope: 'plan',
  input: closePlanInput,
  run: makeUndoable(
    async (context: Closing) => {
      const {
        trx,
        workspaceId,
        row,
        actor,
        now,
        input: { reason, note },
        record,
      } = context
      if (row.state === 'won') throw new Refusal(403, closingRefusals.won)
      await trx
        .updateTable('plan')
        .set({ state: 'lost', lostAt: now, lostBy: actor.name, lostReason: reason, lostNote: note })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
      for (const side of ['vendor', 'customer'] as const) await closeObjections(context, side)
      const subject = { subjectId: row.id, subject: row.project }
      await record({
        ...subject,
        event: 'plan lost',
        changes: { state: { before: row.state, after: 'lost' }, reason: { before: null, after: reason } },
      })
      if (note)
        await record({
          ...subject,
          event: 'closing noted',
          visibleTo: 'vendor',
          changes: { note: { before: null, after: note } },
        })
      return { state: 'lost' }
    },
    ['ending', 'objection'],
  ),
})
