import { buttonWords } from '#app/ui/button-words.ts'
import { isolateDirection } from '#app/kit/plain-text.ts'
import { longDate } from '#app/ui/date-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { factsWords } from '#emails/parts/list-words.ts'
import type { PlanStatus } from '#app/plan/summary/listed-plan.ts'
import { roleName } from '#app/policy/role-name-words.ts'
import type { AccountCapability, AccountPart, AccountPerson, AccountWin } from './account-view.ts'

export const accountPageWords = {
  back: mainPageNames.plans,
  whole: 'Everything about this account',
  lead: (lead: string): string => `Led by ${isolateDirection(lead)}.`,
  noteCall: buttonWords.logQuestion,
}

/** Above each part of an account. */
export const accountPartWords: Record<AccountPart, string> = {
  plans: mainPageNames.plans,
  questions: 'Questions',
  people: 'People',
  capabilities: 'Capabilities',
  wins: 'Wins',
}

/** Where a part of an account holds nothing. */
export const emptyPartWords: Record<AccountPart, string> = {
  plans: 'No plans yet.',
  questions: 'No open questions.',
  people: 'No one from this account is on a plan.',
  capabilities: 'No capabilities are listed yet.',
  wins: 'No win is confirmed yet.',
}

/** Leads to all rows of a part. */
export const allOfPartWords = (part: AccountPart, total: number): string =>
  `All ${total}: ${accountPartWords[part].toLowerCase()}`

/** By when a plan reaches its goal, and how that stands. */
export const planStandWords = ({ goal, goalOn, stateWords }: PlanStatus, today: string): string =>
  stateWords === '' ? `${goal} ${longDate(goalOn, today)}.` : `${goal} ${longDate(goalOn, today)}, ${stateWords}.`

/** What a person is on each plan: "Faster close: champion". */
export const accountSeatWords = ({ project, role }: AccountPerson['seats'][number]): string =>
  `${isolateDirection(project)}: ${roleName(role)}`

/** Below the name of an account. */
export const accountFactsWords = (facts: readonly string[]): string => factsWords([...facts])

/** Below what the customer needs. */
export const capabilityLineWords = ({ project, askedBy, extent }: AccountCapability): string =>
  factsWords([
    isolateDirection(project),
    ...extent.map(isolateDirection),
    ...(askedBy === null ? [] : [`asked by ${isolateDirection(askedBy)}`]),
  ])

/** Below what was achieved. */
export const accountWinWords = ({ confirmedOn, project }: AccountWin, today: string): string =>
  `Confirmed ${longDate(confirmedOn, today)}, ${isolateDirection(project)}`
