import { longDate } from '#app/ui/date-words.ts'
import { possessive } from '#app/ui/name-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

export const nameOwnersWords = {
  title: pageNames.nameOwners,
  intro: (company: string): string => `${possessive(company)} open tasks that do not have a named owner yet.`,
  none: (company: string): string => `All of ${possessive(company)} open tasks have a named owner.`,
  back: 'Back to the plan',
  invite: 'Invite someone by email',
  inviteHint: (company: string): string =>
    `They get an email with a link to this plan, join as a contributor for ${company} and become the owner.`,
  send: 'Invite and assign',
}

/** Below the title of a task. */
export const seatWords = (milestone: string, dueOn: string, today: string): string =>
  `${milestone}, due ${longDate(dueOn, today)}`
