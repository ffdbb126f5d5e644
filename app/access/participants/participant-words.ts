import { roleName } from '#app/policy/role-name-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

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

export const addedQuestion = (vendor: string, name: string): string => `${vendor} added ${name}. Accept?`

export const joinedQuestion = (name: string): string => `${name} joined. Accept?`

/** Who waits to be accepted, and what they see until then. */
export const waitingPersonWords = ({ name, email, role }: { name: string; email: string; role: string }): string =>
  `${name} (${email}), ${roleName(role)}. Until you accept, ${name} sees only what both companies share.`

/** What removing someone does who is not accepted yet. */
export const declinePersonWords = (name: string): string =>
  `${name} will lose access to this plan right away. ${name} is not notified and needs a new invitation to come back.`

/** Names the owner of a task in place of a participant who was removed. */
export const inPlaceOfWords = (name: string): string => `In place of ${name}`

export const confirmerRoleWords = (role: string): string => `${role}, can confirm the first win`

export const participantRefusals = {
  proposalClosed: 'This proposal is no longer open.',
  stillTimeToObject: 'The customer still has time to object.',
  championHasLeft: 'The champion has left this plan. An admin can propose someone the champion had accepted.',
  isChampion: 'This is the champion. Hand over the role first.',
  championJoined: (champion: string | undefined, next: string): string =>
    champion === undefined
      ? `The champion has joined. Propose ${next} instead.`
      : `${champion} has joined. Propose ${next} instead.`,
  acceptFirst: (name: string): string => `Accept ${name} first.`,
  acceptNextFirst: (name: string): string => `Accept ${name} first. A champion sees all of your side’s private tasks.`,
  hasChampion: (champion: string): string =>
    `${champion} is the champion. A plan has only one, and only the champion can hand over the role.`,
  staysChampion: (name: string): string => `${name} is the champion. Hand over the role first.`,
  opened: (name: string): string => `${name} has opened this plan. Invite the other address instead.`,
  takesPart: (name: string): string => `This is the address of ${name}, who is on this plan already.`,
  hasJoined: (name: string): string => `${name} has joined. Remove ${name} instead.`,
  madeChampion: (name: string): string =>
    `${name} was made champion by the customer. Only the customer can change that.`,
  fullPlan: (most: number): string => `A plan can have at most ${most} participants. Please remove someone first.`,
  fullByDomain: (most: number): string =>
    `${most} people have joined this plan through their email domain, which is the maximum. Ask the champion for an invitation.`,
  ofVendor: (addresses: readonly string[], vendor: string): string =>
    addresses.length === 1
      ? `${addresses.join()} is an address of ${vendor}. You can only invite people from the customer here.`
      : `${listWords(addresses)} are addresses of ${vendor}. You can only invite people from the customer here.`,
  oneOfVendor: (vendor: string): string =>
    `This is an address of ${vendor}. You can only invite people from the customer here.`,
}

export const peopleNewsWords = {
  unopposed: 'No one objected in time.',
  object: 'Object',
  accept: buttonWords.accept,
  removeNow: buttonWords.removeNow,
}
