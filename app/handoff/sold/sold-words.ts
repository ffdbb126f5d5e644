import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import type { Mismatch } from './mismatches-of.ts'
import type { CapabilityView } from './sold-view.ts'

export const soldWords = {
  title: mainPageNames.sold,
  /** @param account the customer @param vendor the vendor */
  intro: (account: string, vendor: string): string =>
    `What ${account} needs, what ${vendor} promised, what is in the contract, and what has been delivered.`,
  capabilities: 'Capabilities',
  none: 'Nothing is listed yet. Add what the customer needs in their own words, then say who promised it and whether it is in the contract.',
  noneToRead: 'Nothing is listed yet.',
  add: 'Add a capability',
  addNow: 'Add capability',
  edit: buttonWords.edit,
  removed: 'Removed in the last 24 hours',
  restore: 'Restore',
}

export const needFieldWords = {
  needHint: 'In the customer’s own words, for example: our people sign in with their company account',
  whyHint: 'What it changes for them, or what happens without it',
  noAsker: 'Not known',
  elseAsker: buttonWords.someoneElse,
}

export const openPointsWords = {
  title: 'Open points',
  none: 'No open points: what was promised, sold and delivered fits together.',
}

/** What is open about capabilities, as a heading of those it is true of. */
export const mismatchWords: Record<Mismatch, string> = {
  'not promised': 'Needed, but not promised',
  'not in the contract': 'Promised, but not in the contract',
  'on no task': 'In the contract, but no task delivers it',
  'not accepted': 'Delivered, but not accepted',
}

export const capabilityProgressWords = {
  label: 'Progress',
  promised: (by: string | null): string => (by === null ? 'Not promised' : `Promised by ${by}`),
  contract: ({ inContract, quantity, edition, leftOut }: CapabilityView): string => {
    const detail = factsWords([quantity, edition].flatMap((part) => part ?? []))
    if (inContract) return detail === '' ? labels.inContract : `${labels.inContract}: ${detail}`
    return leftOut === null ? 'Not in the contract' : 'Left out of the contract'
  },
  tasks: (done: number, all: number): string => (all === 0 ? 'No tasks' : `${done} of ${all} tasks done`),
  delivered: (on: string | null, today: string): string =>
    on === null ? 'Not delivered' : `Delivered ${longDate(on, today)}`,
  accepted: (accepted: CapabilityView['accepted'], today: string): string =>
    accepted === null ? 'Not accepted' : `Accepted by ${accepted.by} on ${longDate(accepted.on, today)}`,
}

/** What is said of one capability in sentences. */
export const capabilityFactWords = {
  askedBy: (name: string): string => `Asked for by ${name}.`,
  leftOut: ({ reason, by }: NonNullable<CapabilityView['leftOut']>): string =>
    `Not in the contract, as ${by} noted: ${reason}`,
  internal: (note: string): string => `Internal note: ${note}`,
}

export const capabilityActionWords = {
  deliver: 'Mark as delivered',
  notDelivered: 'Mark as not delivered',
  accept: 'Accept',
  takeBack: 'Take back acceptance',
  saveDay: 'Save date',
}

export const capabilityPageWords = {
  back: (project: string): string => `${project}: what was sold`,
  promise: 'Promise, contract and delivery',
  need: 'Need',
  leaveOut: labels.leftOutReason,
  leaveOutSays:
    'Purchase can be completed only once everything promised is in the contract, or you have given a reason here. Both sides can read it.',
  saveReason: 'Save reason',
}

export const promiseFormWords = {
  notPromised: 'No one has promised it',
  yes: 'Yes',
  no: 'No',
  quantityHint: 'For example: 250 users',
  editionHint: 'For example: Enterprise',
  tasks: (chosen: number): string =>
    chosen === 0 ? 'Choose the tasks that deliver it' : `Tasks that deliver it: ${chosen}`,
  /** @param vendor the vendor's name */
  internalHint: (vendor: string): string => `Only ${vendor} can read this.`,
}
