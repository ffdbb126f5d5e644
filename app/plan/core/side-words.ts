import type { Side } from '#app/schedule/model.ts'
import { bothCompanies } from '#app/ui/name-words.ts'

/** What the side of a task or of a day off is called. */
export const sideNames = ({ vendor, customer }: { vendor: string; customer: string }): Record<Side, string> => ({
  vendor,
  customer,
  both: bothCompanies,
})

type Companies = { workspace: { name: string }; account: { name: string } }

/** The same on a plan. */
export const sideWords = ({ workspace, account }: Companies, side: Side): string =>
  sideNames({ vendor: workspace.name, customer: account.name })[side]

/** Said before the owner of a task, for those who do not see the mark of the side. */
export const beforeOwner = (side: string): string => `${side}: `
