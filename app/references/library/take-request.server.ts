import type { WorkspaceTransaction } from '#db/workspace.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { Refusal, notFound } from '#app/runner/refusal.ts'
import { actsForAllRequests } from './call-rules.ts'
import { requestRefusals } from './request-words.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'row' | 'actor' | 'standings'>

/** A request of this plan, whose row is locked. @throws Refusal 404 */
export async function takeRequest({ trx, workspaceId, row }: Context, requestId: string) {
  const request = await requestsOf(trx, workspaceId, row.id).where('id', '=', requestId).executeTakeFirst()
  if (!request) throw notFound()
  return request
}

/** The same for the member who made it, for marketing and for admins. @throws Refusal 404; 403 for other members */
export async function takeOwnRequest(context: Context, requestId: string) {
  const request = await takeRequest(context, requestId)
  const { actor, standings } = context
  if (actor.id !== request.memberId && !actsForAllRequests(standings)) throw new Refusal(403, requestRefusals.notYours)
  return request
}

export const requestsOf = (trx: WorkspaceTransaction, workspaceId: string, planId: string) =>
  trx.selectFrom('referenceRequest').selectAll().where('workspaceId', '=', workspaceId).where('planId', '=', planId)

export type StoredRequest = Awaited<ReturnType<typeof takeRequest>>
