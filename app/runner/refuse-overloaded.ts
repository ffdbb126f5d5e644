import { isOverloaded } from '#app/kit/computations.ts'
import { Refusal } from './refusal.ts'
import { refusals } from './refusal-words.ts'

/**
 * For `.catch` of a computation that a person waits for.
 * @throws Refusal 429 when too many are waiting, anything else unchanged
 */
export function refuseOverloaded(error: unknown): never {
  if (!isOverloaded(error)) throw error
  throw new Refusal(429, refusals.busy, { retryAfter: 30 })
}
