import type { AppLoadContext } from '@remix-run/node'
import type { PlanViewer } from '#app/access/core/require-viewer.server.ts'
import { countInvitations } from '#app/access/participants/count-invitations.server.ts'
import type { PostedValues } from '#app/runner/reply.ts'
import { inviteOwnerInput } from '../model.ts'

/** What counts the invitation of an owner before the command of a form is run. @throws Refusal 429 */
export const countInvitedOwner =
  (context: AppLoadContext, viewer: Pick<PlanViewer, 'actor' | 'standings' | 'planId'>) =>
  async (values: PostedValues): Promise<undefined> => {
    const many = inviteOwnerInput.safeParse(values).success ? 1 : 0
    await countInvitations(context, viewer, 'invite-owner', many)
  }
