import type { Scope } from '#app/policy/policy.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { standingOfRequest } from './call-rules.ts'
import { requestsOf } from './take-request.server.ts'
import { tellOfCall } from './tell-of-call.server.ts'

type Context = Pick<CommandContext<unknown, Scope>, 'trx' | 'workspaceId' | 'now' | 'notify'>

type Ending = {
  planId: string
  by: string
  /** What may still be requested. */
  keep?: readonly string[]
}

/** Consent has ended, for all or for some kinds: what was requested and what is planned ends with it, and both people are told. */
export async function endRequests(context: Context, { planId, by, keep = [] }: Ending): Promise<void> {
  const { trx, workspaceId, now } = context
  const open = await requestsOf(trx, workspaceId, planId).where('state', 'in', ['asked', 'accepted']).execute()
  for (const request of open) {
    const standing = standingOfRequest(request, now)
    if (keep.includes(request.kind) || (standing !== 'open' && standing !== 'planned')) continue
    const ended = await trx
      .updateTable('referenceRequest')
      .set({ state: 'ended', endedAt: now })
      .where('workspaceId', '=', workspaceId)
      .where('id', '=', request.id)
      .returningAll()
      .executeTakeFirstOrThrow()
    await tellOfCall(context, ended, { event: 'ended', by, reason: null }, standing === 'planned')
  }
}
