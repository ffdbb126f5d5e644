import { inWorkspace } from '#db/workspace.ts'
import { getActivity } from '#app/plan/activity/get-activity.server.ts'
import { adjustPlan } from '#app/plan/what-if/adjust-plan.server.ts'
import { undoChange } from '#app/plan/undo/undo-change.server.ts'
import { loadPlan } from '#app/plan/core/plan-rows.server.ts'
import type { PlanReader } from '#app/policy/plan-reader.ts'
import { runCommand } from '#app/runner/run-command.server.ts'
import { standingsOnPlan } from '#app/runner/standing.server.ts'
import type { Setting } from './plan-setting.ts'
import { withWhat } from './with-what.ts'

type Asking = { actor?: PlanReader['actor']; seen?: Record<string, string>; idempotencyKey?: string }

/** Applies a what-if, by default as the champion. */
export const keep = (it: Setting, input: Record<string, string>, { actor = it.champion, ...more }: Asking = {}) =>
  runCommand(it.parts, adjustPlan, { actor, scopeId: it.planId, input, ...more })
export const undo = (it: Setting, number: number | null, { actor = it.champion, ...more }: Asking = {}) =>
  runCommand(it.parts, undoChange, { actor, scopeId: it.planId, input: { number }, ...more })

export const rowsOf = (it: Setting) =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) => loadPlan(trx, it.workspaceId, it.planId))

export const linkOf = async (it: Setting, task: string, after: string) =>
  (await rowsOf(it))?.tasks
    .find(({ id }) => id === it.taskIds[task])
    ?.dependsOn.find((l) => l.task === it.taskIds[after])

/** The activity as this person sees it. */
export async function activityOf(it: Setting, actor: PlanReader['actor']) {
  const standings = await inWorkspace(it.parts.db, it.workspaceId, (trx) => standingsOnPlan(trx, actor, it.planId))
  const activity = await getActivity(it.parts, { actor, standings }, it.planId)
  return { ...activity, entries: withWhat(activity.entries) }
}

export const makePrivate = (it: Setting, key: string, side: 'vendor' | 'customer') =>
  inWorkspace(it.parts.db, it.workspaceId, (trx) =>
    trx
      .updateTable('task')
      .set({ privateTo: side, side })
      .where('id', '=', it.taskIds[key] ?? '')
      .execute(),
  )
