import type { PlanView } from './plan-view.ts'

/** What a row needs of its plan: it stays the same while a change is tried. */
export type PlanFrame = Pick<PlanView, 'viewer' | 'today' | 'workspace' | 'account'>

/** The company across the table from the reader. */
export const otherCompany = (plan: PlanFrame): string =>
  plan.viewer.side === 'vendor' ? plan.account.name : plan.workspace.name
