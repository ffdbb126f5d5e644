import { withoutFullStop } from '#app/kit/plain-text.ts'
import { count } from '#app/ui/amount-words.ts'
import { longDate } from '#app/ui/date-words.ts'
import { quoted } from '#app/ui/name-words.ts'
import type { FirstWinView, PlanView } from '../view/plan-view.ts'
import { tasksOf } from '../view/shown-tasks.ts'

/** What agreeing means: to what, with how many owners, by when, and that it is no contract. */
export function whatAgreeingMeans({
  viewer,
  workspace,
  account,
  stages,
  criticalDate,
  firstWin,
  today,
}: PlanView & { firstWin: FirstWinView }): string {
  const [own, other] = viewer.side === 'vendor' ? [workspace.name, account.name] : [account.name, workspace.name]
  const shared = tasksOf({ stages }).filter(({ privateTo }) => privateTo === null)
  const open = shared.filter(({ doneOn, owner }) => !doneOn && !owner?.id).length
  const tasks = count(shared.length, 'task')
  const has = open ? `The plan has ${tasks}, ${open} without an owner.` : `The plan has ${tasks}.`
  return (
    `By agreeing, ${own} confirms that it will follow this plan with ${other}. ${has} ` +
    `Go-live is due by ${longDate(criticalDate, today)}, the first win ` +
    `${quoted(withoutFullStop(firstWin.statement))} by ${longDate(firstWin.winBy, today)}. ` +
    'This is not a contract: either side can change the plan, and both are then asked to agree again.'
  )
}

export const agreeingWords = {
  agree: 'Agree to this plan',
}
