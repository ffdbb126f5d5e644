import type { CommandContext, PlainValue } from '#app/runner/command.ts'
import {
  type PlanSnapshot,
  type RowChanges,
  type RowKind,
  changesBetween,
  isEmptyChange,
  plannedKinds,
  rightFor,
  sidesOfPromises,
  tasksChanged,
} from './row-changes.ts'
import { takeSnapshot } from './take-snapshot.server.ts'

type Run<Input, Result> = (context: CommandContext<Input, 'plan'>, touched: ReadonlySet<string>) => Promise<Result>

/**
 * A command's work that can be taken back: what it makes of the plan's rows is kept beside its events. A command without an event
 * keeps nothing.
 * @param kinds the rows that undoing puts back
 * @param afterwards what follows from the change and stays when it is undone
 */
export const makeUndoable =
  <Input, Result extends PlainValue>(
    run: Run<Input, Result>,
    kinds: readonly RowKind[] = plannedKinds,
    afterwards?: (context: CommandContext<Input, 'plan'>) => Promise<void>,
  ): Run<Input, Result> =>
  async (context, touched) => {
    const { trx, workspaceId, row, actor, now } = context
    const where = { workspaceId, planId: row.id }
    const numbers: number[] = []
    const watched: typeof context = {
      ...context,
      async record(event, created) {
        const number = await context.record(event, created)
        numbers.push(number)
        return number
      },
    }
    // Asked first, so it sees nothing of what the command writes.
    const [before, result] = await Promise.all([takeSnapshot(trx, where), run(watched, touched)])
    const [first] = numbers
    if (first === undefined) return result
    const after = await takeSnapshot(trx, where)
    const changes = changesBetween(before.rows, after.rows, kinds)
    if (isEmptyChange(changes)) return result
    await trx
      .insertInto('planUndo')
      .values({
        ...where,
        number: first,
        lastNumber: Math.max(...numbers),
        actorId: actor.id,
        at: now,
        rows: JSON.stringify(changes),
        needs: rightFor(changes),
        // Who may not know of it cannot take it back, nor who would take back the other side's word or give it.
        privateTo: [
          ...new Set([...privateSides(changes, before.rows, after.rows), ...sidesOfPromises(changes, after.rows)]),
        ],
        raisedTerms: after.termsVersion !== before.termsVersion,
        raisedWin: after.winVersion !== before.winVersion,
      })
      .execute()
    await afterwards?.(context)
    return result
  }

/** The sides that keep a task to themselves which the change is about, or to which it links. */
function privateSides(changes: RowChanges, ...snapshots: PlanSnapshot[]): Set<string> {
  const ids = [...tasksChanged(changes), ...changes.link.flatMap(({ key }) => key.split(' '))]
  return new Set(ids.flatMap((id) => snapshots.flatMap(({ task }) => task.get(id)?.privateTo ?? [])))
}
