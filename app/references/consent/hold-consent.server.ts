import { recallUntried } from '#app/outbox/outbox.server.ts'
import type { CommandContext } from '#app/runner/command.ts'
import { tellUsers } from '../tell-users.server.ts'

type Context = Pick<CommandContext<unknown, 'plan'>, 'trx' | 'workspaceId' | 'notify'>
type Held = { planId: string; kinds: readonly string[]; by: string }

/**
 * What a consent was given for has just been corrected, so that nothing may be used until it is given again: who used it is told, and emails that
 * have not left and would be untrue do not leave, that consent was given and that a text waits for approval.
 */
export async function holdConsent(context: Context, { planId, kinds, by }: Held): Promise<void> {
  const { trx, workspaceId } = context
  await recallUntried(trx, { workspaceId, planId, kinds: ['reference-agreed', 'piece-sent'] })
  await tellUsers(context, { planId, kinds, by, isOnHold: true })
}
