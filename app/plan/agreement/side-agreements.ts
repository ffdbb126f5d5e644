import type { AgreementView, PlanView } from '../view/plan-view.ts'

/** The latest agreement of a side, also one that is no longer current. */
export const agreementOf = (plan: PlanView, side: 'vendor' | 'customer'): AgreementView | undefined =>
  plan.agreements.find((agreement) => agreement.side === side)

/** Whether both sides agree to the plan as it is. */
export const bothSidesAgree = (plan: PlanView): boolean =>
  agreementOf(plan, 'vendor')?.current === true && agreementOf(plan, 'customer')?.current === true
