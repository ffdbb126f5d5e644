import { closeReasonName } from '../core/close-reason-words.ts'
import { longDate } from '#app/ui/date-words.ts'

type Ended = { by: string | null; on: string | null }

/** That a plan is archived, with who did it and when, where that is known. */
export function archivedWords({ by, on }: Ended, today: string): string {
  const day = on && longDate(on, today)
  if (by && day) return `Archived by ${by} on ${day}.`
  if (by) return `Archived by ${by}.`
  return day ? `Archived on ${day}.` : 'Archived.'
}

/** That a plan was lost, who closed it and when if known, and why. */
export function lostWords({ by, on, reason }: Ended & { reason: string | null }, today: string): string {
  const day = on && longDate(on, today)
  const closed =
    by && day
      ? `Closed without an order by ${by} on ${day}`
      : by
        ? `Closed without an order by ${by}`
        : day
          ? `Closed without an order on ${day}`
          : 'Closed without an order'
  return reason ? `${closed}: ${closeReasonName(reason)}.` : `${closed}.`
}

/** Who can open or change an archived plan: no one does. */
export const archivedEffect = (account: string): string =>
  `No one at ${account} can open this plan, and no one can change it.`

/** The vendor’s own note about a lost plan. */
export const lossNoteWords = (workspace: string, note: string): string => `Visible to ${workspace} only: ${note}`

export const closingRefusals = {
  won: 'The first win of this plan is confirmed, so it can only be archived.',
  archived: 'This plan is archived. Restore it first.',
}

export const planEndingWords = {
  lostEffect: 'No one can change it until it is reopened.',
  restore: 'Restore plan',
  reopen: 'Reopen plan',
}
