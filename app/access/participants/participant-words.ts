import { possessive } from '#app/ui/name-words.ts'

/** The tag of a person who is not accepted yet. @param champion the name of the one who accepts, once there is one */
export const notAcceptedWords = (champion: string | undefined): string =>
  champion ? `waiting for ${possessive(champion)} OK` : 'not accepted yet'

/** Said after invitations were saved. @param areHeld whether no email is sent until the operator releases them */
export function invitedWords(people: number, areHeld: boolean): string {
  const invitations = people === 1 ? 'The invitation' : `The ${people} invitations`
  return `Saved. ${invitations} will be sent by email${areHeld ? ', once emails are released' : ''}.`
}
