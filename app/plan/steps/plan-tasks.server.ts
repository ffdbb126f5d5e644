import type { WorkspaceTransaction } from '#db/workspace.ts'
import { type Actor, sideOf } from '#app/access/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { Refusal, fault, notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { possessive } from '#app/ui/words.ts'
import { isHiddenFrom } from '#app/plan/cut-rows.ts'
import { type PlanSchedule, type TaskRow, computePlan } from '#app/plan/network.ts'
import { type StoredRows, loadPlan } from '#app/plan/plan-rows.server.ts'

type Asked = { trx: WorkspaceTransaction; workspaceId: string; row: { id: string }; actor: Actor }

/** The plan's rows and one task of it. @throws Refusal 404 for a task that is not there, or that the other side keeps to itself */
export async function takeTask(asked: Asked, taskId: string): Promise<{ rows: StoredRows; task: TaskRow }> {
  const rows = await takePlan(asked)
  const task = rows.tasks.find(({ id }) => id === taskId)
  if (!task || isHiddenFrom(task, sideOf(asked.actor))) throw notFound()
  return { rows, task }
}

/** The plan's rows. @throws Refusal 404 */
export async function takePlan({ trx, workspaceId, row }: Omit<Asked, 'actor'>): Promise<StoredRows> {
  const rows = await loadPlan(trx, workspaceId, row.id)
  if (!rows) throw notFound()
  return rows
}

type Raising = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row'>

/** Shared terms have moved: both sides' agreements are to an older version now. */
export const raiseTerms = ({ trx, workspaceId, row }: Raising) =>
  trx
    .updateTable('plan')
    .set((column) => ({ termsVersion: column('termsVersion', '+', 1) }))
    .where('workspaceId', '=', workspaceId)
    .where('id', '=', row.id)
    .execute()

const fieldNames: Record<string, string> = {
  dependsOn: 'dependsOn',
  doneOn: 'doneOn',
  startedOn: 'startedOn',
  notAfter: 'notAfter',
}

/**
 * Computes the plan as it would be now. Called after the writes: a refusal takes them back.
 * @throws Refusal 422 that says, beside the field, what keeps the plan from being computed; a cycle names its steps
 */
export async function checkSchedule(
  asked: Asked,
  today: IsoDate,
): Promise<{ rows: StoredRows; schedule: PlanSchedule }> {
  const rows = await takePlan(asked)
  const result = computePlan(rows, today)
  if (result.ok) return { rows, schedule: result.schedule }
  const [first] = result.faults
  if (!first) throw new Refusal(422, 'This plan cannot be computed with that.')
  if (first.tasks) throw fault('dependsOn', cycleWords(rows, asked.actor, first.tasks))
  const [field = ''] = first.field.split(/[.[]/)
  throw fault(fieldNames[field] ?? '', first.message)
}

/** @throws Refusal 422 when none of the days on which a step can be finished is late enough for it */
export function refuseSpent({ spent }: PlanSchedule, taskId: string): void {
  if (spent.has(taskId))
    throw fault('sittings', 'None of these days is late enough: this step cannot be finished by the last of them.')
}

function cycleWords({ plan, tasks }: StoredRows, actor: Actor, ids: readonly string[]): string {
  const side = sideOf(actor)
  const names = ids.flatMap((id) => {
    const task = tasks.find((it) => it.id === id)
    if (!task) return []
    const company = task.privateTo === 'vendor' ? plan.workspace : plan.account
    return [isHiddenFrom(task, side) ? `a step of ${possessive(company)} own` : `“${task.title}”`]
  })
  return `These would wait for each other: ${[...names, names[0]].join(' → ')}.`
}
