import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getPlanMaterial } from '../view/plan-queries.server.ts'
import type { WhatIfMaterial } from './what-if-asks.ts'

/** What the plan page computes a what-if from, as JSON, cut to its reader's side: asked for when something is tried. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/try/material', params['planId'])
  const material = await getPlanMaterial(context.parts, viewer, viewer.planId).catch(throwAsPage)
  return Response.json({ material, number: viewer.plan.number } satisfies WhatIfMaterial)
}
