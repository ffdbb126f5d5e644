import { count } from '#app/ui/amount-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Beside the choice of who takes over the plans of a member who is removed. */
export const takeOverHint = (plans: number): string =>
  plans === 1
    ? 'The plan’s activity records the change.'
    : `${count(plans, 'plan')}. The activity of each records the change.`

export const removeMemberWords = (name: string): string => `Remove ${name}`

/** What removing a member does. */
export const removalEffect = (name: string): string =>
  `${name} is signed out everywhere right away and loses all passkeys and API keys. Open tasks go to each plan’s lead. Reference calls that ${name} asked for end. Completed tasks still show the name. You can add the same address again later.`

export const leadsPlansWords = (name: string): string => `${name} leads these plans:`

export const memberRefusals = {
  alreadyMember: 'This person is already a member.',
  isParticipant: 'This address belongs to a participant on a plan.',
  removeYourself: 'You can’t remove yourself. Please ask another admin.',
}

export const codeOnNewDevicesWords = {
  title: 'Signing in',
  isOn: 'When people sign in on a new device, we ask for a six-digit code sent to the same address.',
  isOff:
    'Members sign in with a link sent by email. You can also require a six-digit code on new devices, sent to the same address.',
  turnOff: 'Stop asking for a code on new devices',
  turnOn: 'Ask for a code on new devices',
}

export const memberWords = {
  title: 'Member',
  roles: labels.roles,
  leaving: 'To leave the workspace, ask another admin.',
  successor: 'Who takes over the plans',
  choose: buttonWords.choose,
  listTitle: 'Members',
  addTitle: 'Add a member',
  name: labels.name,
  email: labels.email,
  add: 'Add member',
}

export const tooManyMembersWords = (most: number): string =>
  `A workspace can have at most ${most} members. Please remove someone first.`

export const onlyAdminWords = (name: string): string => `${name} is the only admin. Make someone else an admin first.`

/** Asks who takes over. @param plans how many the member leads */
export const chooseSuccessorWords = (name: string, plans: number): string =>
  `${name} leads ${count(plans, 'plan')}. Please choose who takes over.`
