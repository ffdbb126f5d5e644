import type { ActionFunctionArgs } from '@remix-run/node'
import { type OverloadedError, isOverloaded } from '#app/kit/computations.ts'
import { threadRules } from '#app/kit/limits.ts'
import { answerSchedule } from './answer-schedule.server.ts'
import { findApiKey } from './keys/api-key.server.ts'
import { problem } from './problem.ts'
import { refuseKey } from './keys/refuse-key.server.ts'

const notAllowed = () => problem(405, 'This endpoint only accepts POST.', { Allow: 'POST' })

/** `POST /api/v1/schedule`: the schedule engine with no plan stored, computed beside the event loop. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return notAllowed()
  const { parts } = context
  const key = await findApiKey(parts, request)
  if (!key) return refuseKey(context)
  if (!key.scopes.includes('schedule')) return problem(403, 'This key may not calculate schedules.')
  const wait = await parts.limits.count('schedule by a key', key.id)
  if (wait > 0)
    return problem(429, 'Too many requests with this key. Please wait and try again.', { 'Retry-After': `${wait}` })
  try {
    const order = { body: new Uint8Array(await request.arrayBuffer()), now: parts.clock.now().getTime() }
    const { status, contentType, body } = await parts.computations.run('programs', answerSchedule, order)
    return new Response(body, { status, headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (isOverloaded(error)) return overloaded(error)
    throw error
  }
}

const overloaded = ({ reason }: OverloadedError): Response =>
  reason === 'busy'
    ? problem(503, 'Too many plans are being calculated right now. Please try again shortly.', { 'Retry-After': '2' })
    : problem(
        503,
        `This plan could not be calculated within ${threadRules.programs.milliseconds / 1000} seconds. Please try a smaller plan or a shorter period.`,
        { 'Retry-After': '10' },
      )

export const loader = notAllowed
