import { inviteInput } from '../model.ts'
import { defineCommand } from '#app/runner/command.ts'
import { invitePeople } from './invite-people.server.ts'

/**
 * Brings participants to a plan, each by an email with a link of their own; all of them or, where one cannot be invited, none.
 * Someone who takes part already gets a fresh link, and the role that was chosen now. A person that the champion invites is accepted by that; one that the
 * vendor invites, but for the first champion, sees shared things only until the champion accepts them.
 */
export const inviteParticipant = defineCommand({
  name: 'invite-participant',
  scope: 'plan',
  input: inviteInput,
  run: async (context) => ({ participantIds: await invitePeople(context) }),
})
