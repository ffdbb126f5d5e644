import { z } from 'zod'
import { sightOf } from '#app/policy/policy.ts'
import { recallDaily } from '#app/outbox/outbox.server.ts'
import { defineCommand } from '#app/runner/command.ts'
import type { EventName, NewEvent, ReadEvent } from '#app/runner/events/catalogue.ts'
import { readEvent } from '#app/runner/events/read-event.ts'
import { Refusal, fieldRefusal } from '#app/runner/refusal.ts'
import { type PlanEnd, whyPlanClosed } from '#app/runner/plan-end.ts'
import { undoChangeInput } from '../model.ts'
import { reachPurchase } from '../core/reach-purchase.server.ts'
import { openTermsOf } from '../core/first-win.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { refuseGated } from '../gates/refuse-gated.server.ts'
import { refuseWithoutResult } from '../core/refuse-without-result.server.ts'
import { checkSchedule, raiseTerms, takePlan } from '../core/take-task.server.ts'
import { raiseWinVersion } from '../core/won-plan.server.ts'
import { closeToParticipants } from '../core/close-to-participants.server.ts'
import { mayUndoChange } from './may-undo-change.ts'
import { putBack } from './put-back.server.ts'
import { type UndoContext, notYoursToUndo, refuseUndo } from './refuse-undo.server.ts'
import { rowChanges, rowKinds } from './row-changes.ts'
import { takeSnapshot } from './take-snapshot.server.ts'
import { makeUndoable } from './make-undoable.server.ts'
import { isWinMeasured } from '../core/is-win-measured.server.ts'
import { unitStaysWords } from '../core/unit-stays-words.ts'
import { undoRefusals } from './undo-words.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

/**
 * Takes one change of a plan back, whole: its rows are again what they were. Refused with 409 where someone has changed any of them
 * since, with 422 where it would check off or start what a gate holds back. Taking it back is itself a change, which can be taken back.
 */
export const undoChange = defineCommand({
  name: 'undo-change',
  scope: 'plan',
  input: undoChangeInput,
  run: makeUndoable(
    async (context: UndoContext) => {
      const { trx, workspaceId, row, input, standings, now, record, todayIn } = context
      const where = { workspaceId, planId: row.id }
      const kept = await trx
        .selectFrom('planUndo')
        .innerJoin('activity', (join) =>
          join
            .onRef('activity.workspaceId', '=', 'planUndo.workspaceId')
            .onRef('activity.scopeId', '=', 'planUndo.planId')
            .onRef('activity.number', '=', 'planUndo.number')
            .on('activity.scope', '=', 'plan'),
        )
        .selectAll('planUndo')
        .select('activity.visibleTo')
        .where('planUndo.workspaceId', '=', workspaceId)
        .where('planUndo.planId', '=', row.id)
        .where('planUndo.number', '=', input.number)
        .executeTakeFirst()
      const sight = sightOf(standings)
      // Of a change that only the other side reads, no one here knows that it is there.
      if (!kept || (kept.visibleTo !== null && kept.visibleTo !== sight))
        throw fieldRefusal('number', undoRefusals.nothing)
      if (kept.privateTo.some((side) => side !== sight)) throw notYoursToUndo()
      if (kept.undoneAt) return { number: null }
      if (!mayUndoChange(standings, row, kept.needs)) throw new Refusal(403, whyNot(row, kept.needs))
      // What waits for the email of the day about this change is not so any longer.
      await recallDaily(trx, { workspaceId, planId: row.id, at: kept.at })
      const changes = rowChanges.parse(kept.rows)
      const before = await takePlan(context)
      const { rows } = await takeSnapshot(trx, where)
      await refuseUndo(context, changes, rows, Number(kept.lastNumber))
      await putBack(trx, where, changes)
      await trx
        .updateTable('planUndo')
        .set({ undoneAt: now })
        .where('workspaceId', '=', workspaceId)
        .where('planId', '=', row.id)
        .where('number', '=', input.number)
        .execute()
      const number = await tell(context, Number(kept.lastNumber), record)
      if (kept.raisedTerms) await raiseTerms(context)
      if (kept.raisedWin) await raiseWinVersion(trx, where)
      const { rows: undone } = await checkSchedule(context, { before, today: todayIn(row.timeZone) })
      if (!before.plan.archivedAt && undone.plan.archivedAt) await closeToParticipants(context)
      await refuseOtherUnit(context, before.plan.winUnit, undone.plan.winUnit)
      await refuseOpenTerms(context, undone)
      refuseGated(before, undone)
      refuseWithoutResult(before, undone)
      return { number }
    },
    rowKinds,
    async (context) => reachPurchase(context, await takePlan(context)),
  ),
})

const whyNot = (row: PlanEnd, needs: string | null) =>
  (needs === null ? whyPlanClosed(row) : null) ?? planRefusals.leadOrAdmin

/** @throws Refusal 409 where both sides have agreed to what would be open again, or a value was measured by it */
async function refuseOpenTerms({ trx, workspaceId, row }: UndoContext, { plan }: StoredRows): Promise<void> {
  const open = openTermsOf(plan)
  if (!open.reason && !open.win) return
  const isAgreed = () =>
    trx
      .selectFrom('baseline')
      .select('planId')
      .where('workspaceId', '=', workspaceId)
      .where('planId', '=', row.id)
      .limit(1)
      .executeTakeFirst()
  if (await isAgreed()) throw new Refusal(409, undoRefusals.agreed)
  if (await isWinMeasured(trx, { workspaceId, planId: row.id })) throw new Refusal(409, undoRefusals.measured)
}

/** @throws Refusal 409 where values were measured in a unit that the change would take back */
async function refuseOtherUnit(
  { trx, workspaceId, row }: UndoContext,
  now: string | null,
  undone: string | null,
): Promise<void> {
  if (now === null || undone === null || now === undone) return
  if (await isWinMeasured(trx, { workspaceId, planId: row.id })) throw new Refusal(409, unitStaysWords(now))
}

/** That a plan came under way by the change stays so. */
const staysSo: EventName = 'plan under way'

const sides = z.enum(['vendor', 'customer']).nullable()

/** Records it like the change itself, event by event, in reverse. @returns the number of the first event */
async function tell(
  { trx, workspaceId, row, input }: UndoContext,
  lastNumber: number,
  record: UndoContext['record'],
): Promise<number | null> {
  const events = await trx
    .selectFrom('activity')
    .select(['event', 'subjectId', 'subject', 'visibleTo', 'changes', 'number'])
    .where('workspaceId', '=', workspaceId)
    .where('scope', '=', 'plan')
    .where('scopeId', '=', row.id)
    .where('number', '>=', input.number)
    .where('number', '<=', lastNumber)
    .where('event', '<>', staysSo)
    .orderBy('number')
    .execute()
  const numbers: number[] = []
  for (const stored of events)
    numbers.push(
      await record({
        event: 'change undone',
        subjectId: stored.subjectId ?? row.id,
        subject: stored.subject,
        visibleTo: sides.parse(stored.visibleTo),
        changes: inverseOf(readEvent(stored)),
      }),
    )
  return numbers[0] ?? null
}

/** The changes of an event in reverse, with its name. One that cannot be read is taken back without them. */
function inverseOf(event: ReadEvent | null): NewEvent<'change undone'>['changes'] {
  if (!event) return {}
  const inverse = Object.entries(event.changes).flatMap(([field, change]) =>
    change ? [[field, { before: change.after, after: change.before }] as const] : [],
  )
  return { ...Object.fromEntries(inverse), undone: { before: null, after: event.event } }
}
