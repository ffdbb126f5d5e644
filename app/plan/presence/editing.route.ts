import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { planLinks } from '#app/kit/paths.ts'
import { sightOf } from '#app/policy/policy.ts'
import { refusals } from '#app/runner/refusal-words.ts'
import { Refusal } from '#app/runner/refusal.ts'
import { parseInput } from '#app/runner/parse-input.ts'
import { takeForm } from '#app/runner/take-form.server.ts'
import { editingInput } from './editing-input.ts'
import { findVisibleTask } from './find-visible-task.server.ts'
import { personHere } from './person-here.ts'

/** What is edited is only told by post. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { planId } = await requirePlanPage({ request, context }, 'plans/:planId/editing', params['planId'])
  return redirect(planLinks(planId).plan)
}

/**
 * Tells the open pages of the plan which field of a task someone edits, or that they edit nothing any longer. It changes nothing, so it
 * is no command: nothing is written, and it is forgotten soon (`kit/presence.server.ts`).
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  // A page tells it by itself, again and again: that alone keeps no one signed in.
  const asked = { request, context, isUse: false }
  const viewer = await requirePlanPage(asked, 'plans/:planId/editing', params['planId'])
  const { actor, planId, standings } = viewer
  const { parts } = context
  return takeForm(request, {
    async 'tell-editing'(values) {
      const { page, taskId, field } = parseInput(editingInput, values)
      const wait = parts.presence.waitToEdit(actor.id)
      if (wait > 0) throw new Refusal(429, refusals.busy, { retryAfter: wait })
      const place = { workspaceId: actor.workspaceId, scopeId: planId }
      const task = taskId && (await findVisibleTask(parts, place, taskId, sightOf(standings)))
      const part = task ? { subjectId: task.id, field, privateTo: task.privateTo } : null
      parts.presence.edit(place, personHere(actor, standings), page, part)
      return new Response(null, { status: 204 })
    },
  })
}
