import { unstopped } from '#app/kit/plain-text.ts'
import type { AgreementView, PlanView } from '../core/plan-view.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'

/** The title of the agreement: how far both sides are. */
export function agreementTitle(plan: PlanView): string {
  const { agreedOn, changedSinceAgreed, objections, today } = plan
  if (agreedOn && changedSinceAgreed.length > 0) return `Changed since agreed on ${longDate(agreedOn, today)}`
  if (bothStand(plan)) return objections.length > 0 ? 'Agreed, with an open request' : 'Agreed by both sides'
  if (agreedOn) return 'Needs to be agreed again'
  return objections.length > 0 ? 'Not agreed yet: changes requested' : 'Not agreed yet'
}

/** What agreeing means: to what, by when, and that it is no contract. */
export function whatAgreeingMeans({
  viewer,
  workspace,
  account,
  stages,
  criticalDate,
  firstWin,
  today,
}: PlanView): string {
  const [own, other] = viewer.side === 'vendor' ? [workspace.name, account.name] : [account.name, workspace.name]
  const shared = stages
    .flatMap(({ milestones }) => milestones.flatMap(({ tasks }) => tasks))
    .filter(({ privateTo }) => privateTo === null)
  const tasks = count(shared.length, 'task')
  return (
    `By agreeing, ${own} confirms that it will follow this plan with ${other}. ` +
    `It has ${tasks}, goes live by ${longDate(criticalDate, today)} and reaches the first win ` +
    `${quoted(unstopped(firstWin.statement))} by ${longDate(firstWin.winBy, today)}. ` +
    'It is not a contract: either side can still change the plan, and both are then asked to agree again.'
  )
}

/** Whether a side agrees to the plan as it is, in words. */
export function standWords(plan: PlanView, side: 'vendor' | 'customer'): string {
  const company = side === 'vendor' ? plan.workspace.name : plan.account.name
  const agreement = agreementOf(plan, side)
  if (!agreement) return `${company} has not agreed yet`
  const on = longDate(agreement.on, plan.today)
  return agreement.current
    ? `${agreement.name} agreed for ${company} on ${on}`
    : `${agreement.name} agreed for ${company} on ${on}, before the latest changes`
}

export const agreementOf = (plan: PlanView, side: 'vendor' | 'customer'): AgreementView | undefined =>
  plan.agreements.find((agreement) => agreement.side === side)

export const bothStand = (plan: PlanView): boolean =>
  agreementOf(plan, 'vendor')?.current === true && agreementOf(plan, 'customer')?.current === true
