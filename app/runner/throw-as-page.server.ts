import { Refusal } from './refusal.ts'
import { asResponse } from './submit.server.ts'

/** For `.catch` in loaders and actions: a refusal goes to the error pages with its status, anything else unchanged. */
export function throwAsPage(error: unknown): never {
  throw error instanceof Refusal ? asResponse(error) : error
}
