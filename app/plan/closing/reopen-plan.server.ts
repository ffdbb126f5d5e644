import { defineCommand } from '#app/runner/command.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { noInput } from '#app/kit/field-schemas.ts'
import { raiseTerms, takePlan } from '../core/take-task.server.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { makeUndoable } from '../undo/make-undoable.server.ts'
import { closingRefusals } from './closing-words.ts'

/**
 * Reopens a plan that was closed without an order. It is a draft again (`rough`) and both sides are asked to agree; where
 * Purchase was reached before, it is under way.
 * @throws Refusal 403 for an archived plan, which must be restored first
 */
export const reopenPlan = defineCommand({
  name: 'reopen-plan',
  scope: 'plan',
  input: noInput,
  run: makeUndoable(
    async (context) => {
      const { trx, workspaceId, row, record } = context
      if (row.archivedAt) throw new Refusal(403, closingRefusals.archived)
      if (row.state !== 'lost') return { state: row.state }
      await trx
        .updateTable('plan')
        .set({
          state: 'rough',
          agreementsFrom: row.termsVersion + 1,
          lostAt: null,
          lostBy: null,
          lostReason: null,
          lostNote: null,
        })
        .where('workspaceId', '=', workspaceId)
        .where('id', '=', row.id)
        .execute()
      await raiseTerms(context)
      await record({
        event: 'plan reopened',
        subjectId: row.id,
        subject: row.project,
        changes: { state: { before: 'lost', after: 'rough' } },
      })
      await reachPurchase(context, await takePlan(context))
      return { state: 'rough' }
    },
    ['ending'],
  ),
})
