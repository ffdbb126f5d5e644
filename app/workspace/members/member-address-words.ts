import { longDate } from '#app/ui/date-words.ts'
import { possessive } from '#app/ui/name-words.ts'

/** Where an admin sees that a member is not reached, and corrects the address. */
export const memberAddressWords = {
  comesBackTag: 'Emails come back',
  comesBack: 'Emails to this address come back',
  since: (on: string): string => `Nothing more has been sent there since ${longDate(on)}, apart from links to sign in.`,
  worksAgain: (name: string): string =>
    `If it works again, ask ${name} to sign in with it. Once that email arrives, all emails are sent again.`,
  invitedTag: 'Not signed in yet',
  invitedOn: (name: string, on: string): string => `${name} was invited at this address on ${longDate(on)}.`,
  own: 'To correct your own address, ask another admin.',
  correct: 'Correct the address',
  email: 'New email address',
  invite: 'Invite again',
}

/** What another address does. */
export const correctionEffect = (name: string): string =>
  `${name} gets an invitation at the new address and keeps roles, plans and tasks. ${name} is signed out everywhere right away, earlier links stop working and passkeys are removed. The other admins are told by email.`

export const memberAddressRefusals = {
  own: memberAddressWords.own,
  same: 'This is the address that does not work. Please enter the right one.',
  isReached: (name: string): string => `Emails reach ${name} at the present address, so it stays as it is.`,
  isMembers: (owner: string): string => `This is the address of ${owner}, who is or was a member.`,
}

/** The email to the other admins. */
export const correctedAddressMail = ({ by, member, workspace }: { by: string; member: string; workspace: string }) => ({
  title: `${by} corrected ${possessive(member)} email address`,
  happened: `${by}, an admin of ${workspace}, gave ${member} another email address. ${member} was signed out everywhere and invited again at the new one.`,
  button: 'See the new address',
  fine: `You get this email as an admin of ${workspace}. If this looks wrong, remove ${member} from the workspace and talk to ${by}.`,
})
