import type { LoaderFunctionArgs } from '@remix-run/node'
import { requirePlanPage } from '#app/access/core/require-viewer.server.ts'
import { throwAsPage } from '#app/runner/throw-as-page.server.ts'
import { calendarAnswer } from './calendar-answer.ts'
import { getTaskFile } from './calendar-queries.server.ts'

/** A task as a file for calendars. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const page = 'plans/:planId/tasks/:taskId/calendar'
  const viewer = await requirePlanPage({ request, context }, page, params['planId'])
  const file = await getTaskFile(context.parts, viewer, params['taskId'] ?? '').catch(throwAsPage)
  return calendarAnswer(file, 'task.ics')
}
