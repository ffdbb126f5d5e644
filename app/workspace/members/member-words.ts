import { count } from '#app/ui/amount-words.ts'

/** Beside the choice of who takes over the plans of a member who is removed. */
export const takeOverHint = (plans: number): string =>
  plans === 1
    ? 'The plan’s activity records the change.'
    : `${count(plans, 'plan')}. The activity of each records the change.`

export const removeMemberWords = (name: string): string => `Remove ${name}`

/** What removing a member does. */
export const removalEffect = (name: string): string =>
  `${name} is signed out everywhere right away and loses all passkeys and API keys. Open tasks go to each plan’s lead. Completed work keeps the name. You can add the same address again later.`

export const leadsPlansWords = (name: string): string => `${name} leads these plans:`
