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
