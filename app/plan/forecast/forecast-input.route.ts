import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getForecastInput } from './forecast-queries.server.ts'

/** What the browser's worker computes the forecast from, as JSON: asked for after the page is there. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const viewer = await requirePlanPage({ request, context }, 'plans/:planId/forecast/input', params['planId'])
  return Response.json(await getForecastInput(context.parts, viewer, viewer.planId).catch(throwAsPage))
}
