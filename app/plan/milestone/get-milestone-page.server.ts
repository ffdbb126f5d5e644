import { isUuid } from '#app/kit/ids.ts'
import type { Parts } from '#app/kit/parts.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { notFound } from '#app/runner/refusal.ts'
import { type ActivityView, getActivity } from '../activity/get-activity.server.ts'
import { buildView } from '../view/build-view.ts'
import { gatherMaterial } from '../view/plan-queries.server.ts'
import type { MilestoneView, PlanView } from '../view/plan-view.ts'
import type { Stage } from '../core/stages.ts'
import { type LinkedTask, linkedTaskOf } from '../task/linked-task.ts'

export type MilestonePageView = Pick<PlanView, 'viewer' | 'today' | 'workspace' | 'account' | 'project'> & {
  milestone: Omit<MilestoneView, 'tasks'>
  stage: Stage
  tasks: LinkedTask[]
  entries: ActivityView['entries']
}

/** One milestone as this reader may see it, with its tasks and what happened to it. @throws Refusal 404 */
export async function getMilestonePage(
  parts: Pick<Parts, 'reads' | 'clock' | 'log'>,
  reader: PlanReader,
  planId: string,
  milestoneId: string,
): Promise<MilestonePageView> {
  if (!isUuid(milestoneId)) throw notFound()
  const [material, { entries }] = await Promise.all([
    parts.reads.in(reader.actor.workspaceId, (trx) => gatherMaterial(trx, parts, reader, planId)),
    getActivity(parts, reader, planId, { subjectId: milestoneId }),
  ])
  const plan = buildView(material)
  const [found] = plan.stages.flatMap(({ stage, milestones }) =>
    milestones.filter(({ id }) => id === milestoneId).map((milestone) => ({ stage, milestone })),
  )
  if (!found) throw notFound()
  const { viewer, today, workspace, account, project } = plan
  const { tasks, ...milestone } = found.milestone
  return {
    viewer,
    today,
    workspace,
    account,
    project,
    milestone,
    stage: found.stage,
    tasks: tasks.map((task) => linkedTaskOf(plan, task)),
    entries,
  }
}
