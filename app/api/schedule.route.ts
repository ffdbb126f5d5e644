import type { ActionFunctionArgs } from '@remix-run/node'
import { answerScheduleRequest } from '#app/schedule/answer.ts'
import { UnreadableJson, readJson } from '#app/kit/read-json.ts'
import { findHolidayDates } from '#app/schedule/holidays.server.ts'
import { findApiKey } from './api-key.server.ts'
import { problem } from './problem.ts'
import { refuseKey } from './refuse-key.server.ts'

const notAllowed = () => problem(405, 'This address takes POST alone.', { Allow: 'POST' })

/** `POST /api/v1/schedule`: the schedule engine with no plan stored. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return notAllowed()
  if (!(await findApiKey(context.parts, request))) return refuseKey(context)
  let body: unknown
  try {
    body = readJson(await request.text())
  } catch (error) {
    return problem(400, error instanceof UnreadableJson ? error.message : 'This cannot be read.')
  }
  const answer = answerScheduleRequest(body, findHolidayDates, context.parts.clock.now())
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: { 'Content-Type': answer.contentType, 'Cache-Control': 'no-store' },
  })
}

export const loader = notAllowed
