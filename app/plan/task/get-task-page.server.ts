import type { Parts } from '#app/kit/parts.ts'
import { markdownAsHtml } from '#app/kit/markdown-as-html.server.ts'
import { isUuid } from '#app/kit/ids.ts'
import { notFound } from '#app/runner/refusal.ts'
import { type ActivityView, getActivity } from '../activity/get-activity.server.ts'
import { buildView } from '../view/build-view.ts'
import { ownTermsWords, termsToThisWords } from '../core/dependency-words.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { mayEver } from '#app/policy/policy.ts'
import { gatherMaterial } from '../view/plan-queries.server.ts'
import type { Stage } from '../core/stages.ts'
import type { PlanView, TaskView } from '../view/plan-view.ts'
import { type TaskFieldValues, taskFieldsOf } from '../core/task-fields.ts'
import { taskPageFieldsOf } from './task-page-fields.server.ts'
import { type LatePromise, latePromiseOf } from './late-promise.ts'
import { giverOf, mayPromise } from './may-promise.ts'
import { type LinkedTask, linkedTaskOf } from './linked-task.ts'

export type TaskPageView = Pick<PlanView, 'viewer' | 'today' | 'workspace' | 'account' | 'project'> & {
  task: TaskView & TaskFieldValues
  /** As HTML that may be shown as it is; null where there is none. */
  description: string | null
  stage: Stage
  milestone: string
  waitsFor: LinkedTask[]
  waitedForBy: LinkedTask[]
  entries: ActivityView['entries']
  /** What a promised day moves that is later than the plan allows; null where there is none. */
  latePromise: LatePromise | null
  /** Whether the reader may promise a date for it, or take the promise back. */
  mayPromise: boolean
}

/** One task as this reader may see it, with what is linked to it and what happened to it. @throws Refusal 404, also for a hidden task */
export async function getTaskPage(
  parts: Pick<Parts, 'reads' | 'clock' | 'log'>,
  reader: PlanReader,
  planId: string,
  taskId: string,
): Promise<TaskPageView> {
  if (!isUuid(taskId)) throw notFound()
  const { workspaceId } = reader.actor
  const [material, { entries }, { description }] = await Promise.all([
    parts.reads.in(workspaceId, (trx) => gatherMaterial(trx, parts, reader, planId)),
    getActivity(parts, reader, planId, { subjectId: taskId }),
    parts.reads.in(workspaceId, (trx) => taskPageFieldsOf(trx, { workspaceId, taskId })),
  ])
  const plan = buildView(material)
  const placed = plan.stages.flatMap(({ stage, milestones }) =>
    milestones.flatMap(({ title, tasks }) => tasks.map((task) => ({ task, stage, milestone: title }))),
  )
  const { tasks } = material.rows
  const found = placed.find(({ task }) => task.id === taskId)
  const row = tasks.find(({ id }) => id === taskId)
  if (!found || !row || found.task.hidden) throw notFound()
  const linked = (id: string, terms: string): LinkedTask[] =>
    placed.filter(({ task }) => task.id === id).map(({ task }) => linkedTaskOf(plan, task, terms))
  const { viewer, today, workspace, account, project } = plan
  return {
    latePromise: latePromiseOf(material, taskId, plan),
    mayPromise: mayPromiseAs(reader, plan, found.task),
    viewer,
    today,
    workspace,
    account,
    project,
    ...found,
    task: { ...found.task, ...taskFieldsOf(row) },
    description: description && markdownAsHtml(description),
    waitsFor: row.dependsOn.flatMap((link) => linked(link.task, ownTermsWords(link))),
    waitedForBy: tasks.flatMap((task) =>
      task.dependsOn.filter((link) => link.task === taskId).flatMap((link) => linked(task.id, termsToThisWords(link))),
    ),
    entries,
  }
}

const mayPromiseAs = ({ actor, standings }: PlanReader, { ending }: PlanView, task: TaskView): boolean =>
  ending === null &&
  task.doneOn === null &&
  mayEver('promise-date', standings) &&
  mayPromise(task, giverOf(actor, standings))
