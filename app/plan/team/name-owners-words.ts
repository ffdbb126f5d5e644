import { longDate } from '#app/ui/date-words.ts'
import { pageNames } from '#app/kit/page-name-words.ts'

export const nameOwnersWords = {
  title: pageNames.nameOwners,
  intro: (company: string): string => `Open tasks of ${company} that no one is in charge of yet.`,
  none: (company: string): string => `Every open task of ${company} has an owner.`,
  back: 'Back to the plan',
  invite: 'Invite someone by email',
  inviteHint: (company: string): string =>
    `They get an email with a link to this plan, join as a contributor of ${company} and become the owner.`,
  send: 'Invite and assign',
}

/** Below the title of a task. */
export const seatWords = (milestone: string, dueOn: string, today: string): string =>
  `${milestone}, latest ${longDate(dueOn, today)}`
