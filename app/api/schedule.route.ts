import type { ActionFunctionArgs } from '@remix-run/node'
import { type Overloaded, isOverloaded } from '#app/kit/computations.ts'
import { threadRules } from '#app/kit/limits.ts'
import { answerSchedule } from './answer-schedule.server.ts'
import { findApiKey } from './keys/api-key.server.ts'
import { problem } from './problem.ts'
import { refuseKey } from './keys/refuse-key.server.ts'

const notAllowed = () => problem(405, 'This address takes POST alone.', { Allow: 'POST' })

/** `POST /api/v1/schedule`: the schedule engine with no plan stored, computed beside the event loop. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  if (request.method !== 'POST') return notAllowed()
  const { parts } = context
  const key = await findApiKey(parts, request)
  if (!key) return refuseKey(context)
  if (!key.scopes.includes('schedule')) return problem(403, 'This key is not for schedules.')
  const wait = await parts.limits.count('schedule by a key', key.id)
  if (wait > 0)
    return problem(429, 'This key has asked too often. Please wait and go on.', { 'Retry-After': `${wait}` })
  try {
    const order = { body: new Uint8Array(await request.arrayBuffer()), now: parts.clock.now().getTime() }
    const { status, contentType, body } = await parts.computations.run('programs', answerSchedule, order)
    return new Response(body, { status, headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' } })
  } catch (error) {
    if (isOverloaded(error)) return overloaded(error)
    throw error
  }
}

const overloaded = ({ reason }: Overloaded): Response =>
  reason === 'busy'
    ? problem(503, 'Too many plans are being computed at this moment.', { 'Retry-After': '2' })
    : problem(
        503,
        `This plan was not computed within ${threadRules.programs.milliseconds / 1000} seconds, so it was given up. A smaller one, or one of fewer years, is quicker.`,
        { 'Retry-After': '10' },
      )

export const loader = notAllowed
