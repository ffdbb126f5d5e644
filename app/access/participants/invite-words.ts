import { sentenceParts } from '#app/ui/sentence-parts.ts'
import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Said after invitations were saved. @param areHeld whether no email is sent until the operator releases them */
export function invitedWords(people: number, areHeld: boolean): string {
  if (areHeld)
    return people === 1
      ? 'Saved. The invitation will be sent by email, once emails are released.'
      : `Saved. The ${people} invitations will be sent by email, once emails are released.`
  return people === 1 ? 'Invitation sent by email.' : `${people} invitations sent by email.`
}

/** @param most in characters */
export const personalLineHint = (most: number): string =>
  `Quoted in the email, above your name. At most ${most} characters, no web addresses.`

/** What handing the champion’s role on does. */
export const handOnWords = (name: string): string =>
  `${name} will lead the plan for the customer from now on: agree to it, invite people and confirm the first win. Once ${name} has joined, only ${name} can hand over the role. Reference calls that are planned end.`

/** What removing a participant does. */
export const removeParticipantWords = (name: string): string =>
  `${name} will lose access to this plan right away. Links already sent stop working, and unsent emails are not sent. ${name} is not notified and needs a new invitation to come back.`

export const invitedByWords = (name: string): string => `Invited by ${name}`

export const invitePeopleWords = (account: string): string => `Invite people at ${account}`

/** The tag of a person who is not accepted yet. @param champion the name of the one who accepts, once there is one */
export const notAcceptedWords = (champion: string | undefined): string =>
  champion ? `not yet accepted by ${champion}` : 'not accepted yet'

/** How the addresses of several people are typed. */
export const addressesHint = <Name>(account: Name) =>
  sentenceParts`An address at ${account}. To invite several people, enter one per line: Jan de Vos <jan@customer.example>`

export const inviteFormWords = {
  name: labels.name,
  role: labels.role,
  email: labels.email,
  personalMessage: labels.personalLine,
  whatHappens:
    'Everyone you invite gets an email with a personal link. No password, nothing to install. Your side’s private tasks stay private.',
  send: 'Send invitation',
}

export const invitePageWords = {
  title: mainPageNames.invite,
  teamOnly: 'Only the champion and the plan’s team can invite people.',
  withdrawProposal: buttonWords.withdraw,
  participants: 'Participants',
  byDomain: 'Colleagues by email domain',
}

export const participantControlWords = {
  withdrawInvitation: 'Withdraw invitation',
  accept: buttonWords.accept,
  endConfirming: 'Withdraw permission to confirm',
  letConfirm: 'Let them confirm the first win',
  makeChampion: 'Make champion',
  makeChampionNow: 'Make champion now',
  proposeChampion: 'Propose as champion',
  removeNow: buttonWords.removeNow,
}

export const participantTags = {
  canConfirm: 'can confirm the first win',
  personalAddress: 'personal email address',
  invited: 'invited',
  joinedByDomain: 'joined by email domain',
}
