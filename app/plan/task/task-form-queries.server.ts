import type { WorkspaceReading } from '#db/reading.ts'
import { type Sight, sightOf } from '#app/policy/policy.ts'
import { todayIn } from '#app/kit/clock.ts'
import type { Parts } from '#app/kit/parts.ts'
import { notFound } from '#app/runner/refusal.ts'
import type { IsoDate } from '#app/schedule/model.ts'
import { bridgeWords, bridgesFor } from './bridges.ts'
import type { DependencyChoice } from './dependency-choice.ts'
import type { TaskFormChoices } from './task-form-choices.ts'
import type { TaskValues } from './task-values.ts'
import { isHiddenFrom } from '../core/cut-rows.ts'
import { taskFormValues } from '../core/task-fields.ts'
import { milestoneChoices } from '../outline/milestone-choices.ts'
import type { OptionGroup } from '#app/ui/option.ts'
import { nearlyFullWords } from '../core/plan-bounds-words.ts'
import { reachedOn, scheduleOf } from '../core/compute-plan.ts'
import { type TaskStatus, statusOf } from '../core/task-status.ts'
import { type StoredRows, loadPlan } from '../core/plan-rows.server.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { ownerValue } from '../core/owner-value.ts'
import { listOwnerChoices } from './list-owner-choices.server.ts'
import { placeholderTasks } from './placeholder-tasks.ts'
import { type TaskPlace, placeOfTask } from './task-place.ts'
import { taskPageFieldsOf } from './task-page-fields.server.ts'

type Asked = Pick<Parts, 'reads' | 'clock'>

/** What the form of any task needs to know of its plan. */
export type TaskFormView = TaskFormChoices & {
  project: string
  today: IsoDate
}

export type TaskForEdit = TaskFormView & {
  values: TaskValues
  status: TaskStatus
  /** The person in charge, who is told about what is sent back; null for a placeholder. */
  ownerToTell: string | null
  /** What would wait for what, should the task be removed. */
  bridges: string[]
  place: TaskPlace
  /** The other open tasks of the placeholder in charge. */
  alsoOwns: string[]
  /** What it asks for before it can be marked done, as a form holds it. */
  result: { resultAsks: string; approver: string }
}

/** A task with all that its form offers. @throws Refusal 404, for the other side's private task too */
export async function getTaskForEdit(
  parts: Asked,
  viewer: PlanReader,
  planId: string,
  taskId: string,
): Promise<TaskForEdit> {
  const sight = sightOf(viewer.standings)
  return withPlan(parts, viewer, planId, async (trx, rows) => {
    const task = rows.tasks.find(({ id }) => id === taskId)
    if (!task || isHiddenFrom(task, sight)) throw notFound()
    const [form, details] = await Promise.all([
      formFor(trx, parts, viewer, rows, taskId),
      taskPageFieldsOf(trx, { workspaceId: viewer.actor.workspaceId, taskId }),
    ])
    const known = new Set(form.choices.map(({ id }) => id))
    return {
      ...form,
      status: statusOf(task),
      ownerToTell: task.owner?.id ? task.owner.name : null,
      mayBePrivateTo: task.privateTo !== null || task.side === sight ? form.mayBePrivateTo : null,
      place: placeOfTask(rows, sight, task),
      result: { resultAsks: task.result?.asks ?? '', approver: ownerValue(task.result?.approver ?? null) },
      alsoOwns: placeholderTasks(rows.tasks, task, sight).map(({ id }) => id),
      bridges: bridgeWords(rows, sight, bridgesFor(rows.tasks, scheduleOf(rows, form.today), taskId)),
      values: {
        ...taskFormValues(task),
        description: details.description ?? '',
        owner: ownerValue(task.owner),
        atBest: details.atBest ?? '',
        atWorst: details.atWorst ?? '',
        dependsOn: task.dependsOn
          .filter((link) => known.has(link.task))
          .map(({ task: waited, lagDays, type }) => ({ task: waited, lagDays, type })),
        sittings: task.sittings,
        private: task.privateTo !== null,
      },
    }
  })
}

/** What the form of a new task offers, in this milestone. @throws Refusal 404 */
export async function getNewTask(
  parts: Asked,
  viewer: PlanReader,
  planId: string,
  milestoneId: string,
): Promise<TaskFormView & { milestone: string; nearlyFull: string | null }> {
  return withPlan(parts, viewer, planId, async (trx, rows) => {
    const milestone = rows.milestones.find(({ id }) => id === milestoneId)
    if (!milestone) throw notFound()
    const nearlyFull = nearlyFullWords('tasks', rows.tasks.length)
    return { ...(await formFor(trx, parts, viewer, rows, null)), milestone: milestone.title, nearlyFull }
  })
}

/** What the forms of several new tasks offer: their milestones, and the first that is not reached; null where there is none. */
export type TasksToAdd = Omit<TaskFormView, 'choices' | 'mayBePrivateTo'> & {
  milestones: OptionGroup[]
  likelyMilestone: string | null
}

/** @throws Refusal 404 */
export const getTasksToAdd = (parts: Asked, viewer: PlanReader, planId: string): Promise<TasksToAdd> =>
  withPlan(parts, viewer, planId, async (trx, rows) => {
    const { choices: _choices, mayBePrivateTo: _private, ...form } = await formFor(trx, parts, viewer, rows, null)
    const { milestones } = rows
    const next = milestones.find(({ id }) => reachedOn(rows, id) === null) ?? milestones.at(-1)
    return { ...form, milestones: milestoneChoices(milestones), likelyMilestone: next?.id ?? null }
  })

function withPlan<Result>(
  parts: Asked,
  { actor }: PlanReader,
  planId: string,
  work: (trx: WorkspaceReading, rows: StoredRows) => Promise<Result>,
): Promise<Result> {
  return parts.reads.in(actor.workspaceId, async (trx) => {
    const rows = await loadPlan(trx, actor.workspaceId, planId)
    if (!rows) throw notFound()
    return work(trx, rows)
  })
}

async function formFor(
  trx: WorkspaceReading,
  parts: Asked,
  viewer: PlanReader,
  rows: StoredRows,
  taskId: string | null,
): Promise<TaskFormView> {
  const { plan } = rows
  const sight = sightOf(viewer.standings)
  return {
    project: plan.project,
    today: todayIn(plan.timeZone, parts.clock.now()),
    companies: { vendor: plan.workspace, customer: plan.account },
    mayBePrivateTo: sight === 'shared' ? null : sight,
    owners: await listOwnerChoices(trx, viewer, rows),
    choices: choicesFor(rows, sight, taskId),
  }
}

function choicesFor({ milestones, tasks }: StoredRows, sight: Sight, taskId: string | null): DependencyChoice[] {
  const titles = new Map(milestones.map(({ id, title }) => [id, title]))
  return tasks
    .filter((task) => task.id !== taskId && !isHiddenFrom(task, sight))
    .map(({ id, title, milestoneId, privateTo }) => ({
      id,
      title,
      milestone: titles.get(milestoneId) ?? '',
      isPrivate: privateTo !== null,
    }))
}
