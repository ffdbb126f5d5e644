import type { Scope } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { ruledOut } from '../ruled-out.ts'
import { standingOfRequest } from './call-rules.ts'
import { type StoredRequest, requestsOf } from './take-request.server.ts'
import { type CallEvent, tellOfCall } from './tell-of-call.server.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'now' | 'notify'>

type Ending = {
  planId: string
  by: string
  /** What the two people are told. */
  event: Extract<CallEvent, 'ended' | 'narrowed' | 'archived' | 'handed on' | 'member left' | 'person left'>
  /** What goes on; left out, nothing does. */
  keeps?: (request: StoredRequest) => boolean
}

/**
 * Ends what was requested and what is planned, once what it rests on is no more: the consent, the plan's being open, the champion or the member
 * who asked. Both people are told.
 * @returns how many have ended
 */
export async function endRequests(context: Context, { planId, by, event, keeps }: Ending): Promise<number> {
  const { trx, workspaceId, now } = context
  const open = await requestsOf(trx, workspaceId, planId).where('state', 'in', ['asked', 'accepted']).execute()
  let count = 0
  for (const request of open) {
    const standing = standingOfRequest(request, now)
    if (keeps?.(request) || (standing !== 'open' && standing !== 'planned')) continue
    const ended = await trx
      .updateTable('referenceRequest')
      .set({ state: 'ended', endedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await tellOfCall(context, ended, { event, by, reason: null }, standing === 'planned')
    count += 1
  }
  return count
}

type Consent = {
  kinds: readonly string[]
  never: readonly string[]
  /** Whether a moment is after its last day. */
  isAfter(time: Date): boolean
}

/** Whether a consent covers a request. Of one that waits, all times must lie within it: the champion may still choose each of them. */
export const isCovered = (request: StoredRequest, { kinds, never, isAfter }: Consent): boolean =>
  kinds.includes(request.kind) &&
  ruledOut(never, request) === undefined &&
  !(request.chosenAt ? [request.chosenAt] : request.times).some(isAfter)
