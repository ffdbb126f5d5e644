import type { AppLoadContext } from '@remix-run/node'
import { type CommandName, mayEver } from '#app/policy/policy.ts'
import type { PlanViewer } from '../core/require-viewer.server.ts'
import { countAgainstLimit } from '../core/count-against-limit.server.ts'

/** Counts the invitations of a form without a fault against its sender's limit; who may not invite costs nothing. @throws Refusal 429 */
export async function countInvitations(
  context: AppLoadContext,
  { actor, standings, planId }: Pick<PlanViewer, 'actor' | 'standings' | 'planId'>,
  command: CommandName,
  many: number,
): Promise<void> {
  if (many === 0 || !mayEver(command, standings)) return
  const known = { workspaceId: actor.workspaceId, person: actor }
  await countAgainstLimit(context, [['invitation to a plan by a person', `${planId} ${actor.id}`, many]], known)
}
