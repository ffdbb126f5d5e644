import { count } from '#app/ui/amount-words.ts'

/** Beside the choice of who takes over the plans of a member who is removed. */
export const takeOverHint = (plans: number): string =>
  plans === 1
    ? 'The plan’s activity records the change.'
    : `${count(plans, 'plan')}. The activity of each records the change.`
