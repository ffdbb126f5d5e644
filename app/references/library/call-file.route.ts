import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { getCallFile } from './call-file-queries.server.ts'

/** An accepted call as a file for calendars, for the champion and for members. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { actor, planId } = await requirePlanPage(
    { request, context },
    'plans/:planId/calls/:requestId/file',
    params['planId'],
  )
  const { workspaceId } = actor
  const requestId = params['requestId'] ?? ''
  const file = await getCallFile(context.parts, { workspaceId, planId, requestId }).catch(throwAsPage)
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8; method=REQUEST',
      'Content-Disposition': 'attachment; filename="reference-call.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
