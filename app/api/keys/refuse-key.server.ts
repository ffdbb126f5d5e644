import type { AppLoadContext } from '@remix-run/node'
import { networkIn } from '#app/access/core/count-against-limit.server.ts'
import { problem } from '../problem.ts'

/** Answers a request without a valid key: 401, and 429 to a client that tried many. Right keys are not counted. */
export async function refuseKey(context: AppLoadContext): Promise<Response> {
  const wait = await context.parts.limits.count('wrong key from a network', networkIn(context))
  return wait > 0
    ? problem(429, 'Too many requests with invalid keys. Please wait and try again.', { 'Retry-After': String(wait) })
    : problem(401, 'Send a valid API key as Authorization: Bearer.', { 'WWW-Authenticate': 'Bearer' })
}
