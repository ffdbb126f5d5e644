import type { PlanView } from './plan-view.ts'
import { privateToWords } from '../core/private-words.ts'

/** Marks on paper what one side keeps to itself; on the screen other words say so. */
export const PrivateMark = ({ company }: { company: string }) => (
  <small className="print-only tag">{privateToWords(company)}</small>
)

/** The reader's own company. */
export const ownCompany = ({
  viewer,
  workspace,
  account,
}: Pick<PlanView, 'viewer' | 'workspace' | 'account'>): string =>
  viewer.side === 'vendor' ? workspace.name : account.name

/** Whether a page of the plan holds anything that the reader's side keeps to itself. */
export const hasPrivateParts = (plan: PlanView): boolean =>
  plan.viewer.side === 'vendor' ||
  plan.stages.some(({ milestones }) =>
    milestones.some(({ tasks }) => tasks.some((task) => task.privateTo !== null && !task.hidden)),
  )
