import type { PlanView } from './plan-view.ts'

/** Whether a vendor's plan has no one of the customer yet: inviting the champion is then what comes first. */
export const isNoOneInvited = ({ viewer, firstWin }: Pick<PlanView, 'viewer' | 'firstWin'>): boolean =>
  viewer.side === 'vendor' && firstWin.confirmers.length === 0
