import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getTaskForEdit } from './task-form-queries.server.ts'
import type { TaskChoices } from './task-form-choices.ts'
import { planRefusals } from '../core/plan-refusal-words.ts'

/** What the fields of a task hold and offer, as JSON: asked for when one is edited in its row. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage(
    { request, context },
    'plans/:planId/tasks/:taskId/choices',
    params['planId'],
    planRefusals.viewOnly,
  )
  const task = getTaskForEdit(context.parts, viewer, viewer.planId, params['taskId'] ?? '').catch(throwAsPage)
  const { values, owners, companies, alsoOwns } = await task
  return Response.json({ values, owners, companies, alsoOwns } satisfies TaskChoices)
}
