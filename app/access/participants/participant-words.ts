/** The tag of a person who is not accepted yet. @param champion the name of the one who accepts, once there is one */
export const notAcceptedWords = (champion: string | undefined): string =>
  champion ? `not yet accepted by ${champion}` : 'not accepted yet'

/** Said after invitations were saved. @param areHeld whether no email is sent until the operator releases them */
export function invitedWords(people: number, areHeld: boolean): string {
  if (areHeld)
    return people === 1
      ? 'Saved. The invitation will be sent by email, once emails are released.'
      : `Saved. The ${people} invitations will be sent by email, once emails are released.`
  return people === 1
    ? 'Saved. The invitation will be sent by email.'
    : `Saved. The ${people} invitations will be sent by email.`
}

/** For a participant that the champion has not accepted yet. */
export const waitingWords = (vendor: string, champion: string | null): string =>
  `${vendor} added you. You can see everything both companies share. You will see the rest once ${champion ?? 'the champion'} has accepted you.`

/** What a proposed champion would do. @param champion the present one; null where the champion has left */
export const proposedRoleWords = (name: string, champion: string | null): string =>
  champion === null
    ? `${name} would lead this plan and confirm the first win.`
    : `${name} would lead this plan in place of ${champion} and confirm the first win.`

/** From when a proposed champion is champion. @param earliest the day in words */
export const takesEffectWords = (earliest: string, champion: string | null): string =>
  champion === null
    ? `It takes effect from ${earliest} if no one objects.`
    : `It takes effect when ${champion} agrees, or from ${earliest} if no one objects.`

export const proposalTitle = (by: string, name: string): string => `${by} proposes ${name} as champion`

export const makeChampionWords = (name: string): string => `Make ${name} champion`

/** @param most in characters */
export const personalLineHint = (most: number): string =>
  `Quoted in the email, above your name. At most ${most} characters, no web addresses.`

/** What handing the champion’s role on does. */
export const handOnWords = (name: string): string =>
  `${name} will lead the plan for the customer from now on: agree to it, invite people and confirm the first win. Once ${name} has joined, only ${name} can hand over the role.`

/** What removing a participant does. */
export const removeParticipantWords = (name: string): string =>
  `${name} will lose access to this plan right away, including links and unsent emails. ${name} is not notified and needs a new invitation to come back.`

export const invitedByWords = (name: string): string => `Invited by ${name}`

export const addedQuestion = (vendor: string, name: string): string => `${vendor} added ${name}. Accept?`

export const joinedQuestion = (name: string): string => `${name} joined. Accept?`

/** Who waits to be accepted, and what they see until then. */
export const waitingPersonWords = ({ name, email, role }: { name: string; email: string; role: string }): string =>
  `${name} (${email}), ${role}. Until you accept, ${name} sees only what both companies share.`

/** What removing someone does who is not accepted yet. */
export const declinePersonWords = (name: string): string =>
  `${name} will lose access to this plan right away. ${name} is not notified and needs a new invitation to come back.`

export const inviteTitle = (project: string): string => `Invite to ${project}`

export const invitePeopleWords = (account: string): string => `Invite people at ${account}`
