import type { Scope } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { ruledOut, standingOfRequest } from './call-rules.ts'
import { type StoredRequest, requestsOf } from './take-request.server.ts'
import { tellOfCall } from './tell-of-call.server.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'now' | 'notify'>

type Ending = {
  planId: string
  by: string
  /** What the consent allows from now on; left out, nothing. */
  consent?: Consent
}

type Consent = {
  kinds: readonly string[]
  never: readonly string[]
  /** Whether a moment is after its last day. */
  isAfter(time: Date): boolean
}

/** Consent has ended, or covers less: what was requested and what is planned beyond it ends, and both people are told. */
export async function endRequests(context: Context, { planId, by, consent }: Ending): Promise<void> {
  const { trx, workspaceId, now } = context
  const open = await requestsOf(trx, workspaceId, planId).where('state', 'in', ['asked', 'accepted']).execute()
  for (const request of open) {
    const standing = standingOfRequest(request, now)
    if ((consent && isCovered(request, consent)) || (standing !== 'open' && standing !== 'planned')) continue
    const ended = await trx
      .updateTable('referenceRequest')
      .set({ state: 'ended', endedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const event = consent ? 'narrowed' : 'ended'
    await tellOfCall(context, ended, { event, by, reason: null }, standing === 'planned')
  }
}

/** Of a request that waits, all times must lie within the consent: the champion may still choose each of them. */
const isCovered = (request: StoredRequest, { kinds, never, isAfter }: Consent): boolean =>
  kinds.includes(request.kind) &&
  ruledOut(never, request) === undefined &&
  !(request.chosenAt ? [request.chosenAt] : request.times).some(isAfter)
