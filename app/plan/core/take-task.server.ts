import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type Standing, sightOf } from '#app/policy/policy.ts'
import { refuseMissing } from '#app/runner/refuse-missing.server.ts'
import { Refusal, fieldRefusal, notFound } from '#app/runner/refusal.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import type { ScheduleFault, IsoDate } from '#app/schedule/model.ts'
import { type ChangeContext, tellOfChange } from './tell-of-change.server.ts'
import { isHiddenFrom } from './cut-rows.ts'
import { tellFaults } from './tell-faults.ts'
import { type PlanSchedule, type TaskRow, computePlan, finishOf } from './compute-plan.ts'
import { beyondBounds, endsTooLate } from './plan-bounds.ts'
import { type StoredRows, loadPlan } from './plan-rows.server.ts'
import { planRefusals } from './plan-refusal-words.ts'
import { sittingRefusals } from '../sittings/sitting-refusal-words.ts'

type Asked = { trx: WorkspaceTransaction; workspaceId: string; row: { id: string }; standings: ReadonlySet<Standing> }

/** The plan's rows and one task of it. @throws Refusal 409 for a task that was deleted, 404 for one that was never there, or is hidden from the asker */
export async function takeTask(asked: Asked, taskId: string): Promise<{ rows: StoredRows; task: TaskRow }> {
  const rows = await takePlan(asked)
  const task = rows.tasks.find(({ id }) => id === taskId)
  if (!task) return refuseMissing(asked, [taskId])
  if (isHiddenFrom(task, sightOf(asked.standings))) throw notFound()
  return { rows, task }
}

/** The plan's rows. @throws Refusal 404 */
export async function takePlan({ trx, workspaceId, row }: Omit<Asked, 'standings'>): Promise<StoredRows> {
  const rows = await loadPlan(trx, workspaceId, row.id)
  if (!rows) throw notFound()
  return rows
}

/**
 * Raises the version of the shared terms: both sides' agreements are to an older one now, and those who agreed are told in the
 * daily email.
 */
export async function raiseTerms(context: ChangeContext): Promise<void> {
  const { trx, workspaceId, row } = context
  await trx
    .updateTable('plan')
    .set((column) => ({ termsVersion: column('termsVersion', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.id)
    .execute()
  await tellOfChange(context)
}

type Checking = {
  /** The plan as it was before the command wrote anything: what was too large then may stay so. None for a new plan. */
  before: StoredRows | null
  today: IsoDate
  /** The task that the command is about, whose faults stand beside its fields. */
  about?: string
}

/**
 * Computes the plan as it would be now, within what a plan may hold. Called after the writes: a refusal takes them back.
 * @throws Refusal 422 that says, beside the field, what is too much or keeps the plan from being computed, all of it; a cycle names
 * its tasks
 */
export async function checkSchedule(
  asked: Asked,
  { before, today, about }: Checking,
): Promise<{ rows: StoredRows; schedule: PlanSchedule }> {
  const rows = await takePlan(asked)
  const refuse = (found: ScheduleFault[]): never => {
    const faults = tellFaults(rows, { sight: sightOf(asked.standings), about }, found)
    throw new Refusal(422, faults.length > 0 ? refusals.checkFields : planRefusals.noDates, {
      faults: faults.map(({ field, message }) => ({ field, message })),
    })
  }
  const tooMuch = beyondBounds(before, rows, today)
  if (tooMuch.length > 0) return refuse(tooMuch)
  const result = computePlan(rows, today)
  if (!result.ok) return refuse(result.faults)
  const tooLate = endsTooLate(finishOf(result), () => before && finishOf(computePlan(before, today)), today)
  return tooLate.length > 0 ? refuse(tooLate) : { rows, schedule: result.schedule }
}

/** @throws Refusal 422 when none of the days on which a task can be finished is late enough for it */
export function refuseSpent({ spent }: PlanSchedule, taskId: string): void {
  if (spent.has(taskId)) throw fieldRefusal('sittings', sittingRefusals.noneInTime)
}
