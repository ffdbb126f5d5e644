import { sideOf, sightOf } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import type { NewEvent } from '#app/runner/events/catalogue.ts'
import { notFound, wrongFields } from '#app/runner/refusal.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { buildView } from '../view/build-view.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import type { ToldFault } from '../core/tell-faults.ts'
import { materialFor } from '../view/plan-material.ts'
import { computePlan } from '../core/compute-plan.ts'
import type { StoredRows } from '../core/plan-rows.server.ts'
import { movedBetween } from './difference.ts'
import { type Edit, tasksOfEdit } from '../edits/edit.ts'
import { withEdit } from '../edits/with-edit.ts'
import { contradictionOf } from './preview-edits.ts'
import { adjustEvents } from './adjust-events.server.ts'
import { extendCalendars } from '../core/extend-calendars.server.ts'
import { refuseGated } from '../gates/refuse-gated.server.ts'
import { refuseWithoutResult } from '../core/refuse-without-result.server.ts'
import { checkSchedule, raiseTerms } from '../core/take-task.server.ts'
import { writeEdits } from './write-edits.server.ts'

type Adjusting = CommandContext<unknown, 'plan'>

/** @throws Refusal 409 for a task that was deleted, 404 for one that was never on the plan, or is hidden from the sender */
export async function requireKnown(
  context: Pick<Adjusting, 'trx' | 'workspaceId' | 'row' | 'standings'>,
  rows: StoredRows,
  edits: readonly Edit[],
): Promise<void> {
  const ids = edits.flatMap(tasksOfEdit)
  const missing = ids.filter((id) => !rows.tasks.some((task) => task.id === id))
  if (missing.length > 0) return refuseMissing(context, missing)
  const sight = sightOf(context.standings)
  if (rows.tasks.some((task) => ids.includes(task.id) && isHiddenFrom(task, sight))) throw notFound()
}

/** @throws Refusal 422 with these faults, where there are any */
export function refuseFaults(faults: readonly ToldFault[]): void {
  if (faults.length === 0) return
  throw wrongFields(faults.map(({ field, message }) => ({ field, message })))
}

/**
 * Makes many edits at once: one event for the whole, then one for each task, the terms and the calendar, with the values before
 * and after. @returns the number of the first event
 * @throws Refusal 422 for what contradicts itself, cannot be computed, or starts a task that a gate holds back
 */
export async function makeEdits(context: Adjusting, rows: StoredRows, edits: readonly Edit[]): Promise<number> {
  const { row, record, todayIn } = context
  const today = todayIn(row.timeZone)
  const after = edits.reduce((all, edit) => withEdit(all, edit), rows)
  refuseFaults(edits.flatMap((edit) => contradictionOf({ rows: after, today }, edit)))
  const spreads = await writeEdits(context, rows, edits)
  if (edits.some(({ field }) => field === 'winBy')) await extendCalendars(context, row.id)
  const { rows: written } = await checkSchedule(context, { before: rows, today })
  refuseGated(rows, written)
  refuseWithoutResult(rows, written)
  const events = adjustEvents(rows, after, edits, spreads)
  if (edits.some((edit) => isTerm(rows, edit))) await raiseTerms(context)
  const isPrivate = events.every(({ visibleTo }) => visibleTo)
  const number = await record({
    event: 'plan adjusted',
    subjectId: row.id,
    subject: row.project,
    visibleTo: isPrivate ? sideOf(context.actor) : null,
    changes: movedBy(context, rows, after),
  })
  for (const event of events) await record(event)
  return number
}

/** What the change moves, as its sender sees it; nothing where the plan could not be computed before. */
function movedBy(
  { actor, standings, row, todayIn }: Adjusting,
  before: StoredRows,
  after: StoredRows,
): NewEvent<'plan adjusted'>['changes'] {
  const today = todayIn(row.timeZone)
  if (!computePlan(before, today).ok) return {}
  const name = actor.name
  const reader = { id: '', name, side: sideOf(actor), sight: sightOf(standings), standings }
  const said = {
    today,
    confirmers: [],
    agreements: [],
    objections: [],
    lastChange: null,
    lastChanges: new Map(),
    ending: null,
    baseline: null,
  }
  const [old, now] = [before, after].map((rows) => buildView(materialFor({ ...said, rows, reader })))
  if (!old || !now) return {}
  const { tasks, goLive, firstWin, buffer } = movedBetween(old, now)
  return { movedTasks: { before: null, after: tasks }, goLive, firstWin, buffer }
}

/** Whether both sides agree to it: dates and calendars of the plan, durations of shared tasks and links between them. */
function isTerm(rows: StoredRows, edit: Edit): boolean {
  if (!('task' in edit)) return true
  if (edit.field !== 'durationDays' && edit.field !== 'lag') return false
  return tasksOfEdit(edit).every((task) => rows.tasks.find(({ id }) => id === task)?.privateTo === null)
}
