import { count } from '#app/ui/amount-words.ts'
import { possessive } from '#app/ui/name-words.ts'
import { labels } from '#app/kit/label-words.ts'
import { mainPageNames } from '#app/kit/main-page-name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

type Plan = { account: string; workspace: string; participants: number; state: string }

/** What archiving does, and who loses access. @param participants how many people of the customer can open the plan now */
export function archiveWords({ account, workspace, participants, state }: Plan): string {
  const access =
    participants > 0
      ? `${count(participants, 'person', 'people')} at ${account} will lose access to the plan right away.`
      : `${account} has no one on this plan yet.`
  const members = `${possessive(workspace)} members will find it under archived plans, where no one can change it.`
  const consent =
    state === 'won'
      ? [
          'Reference calls that are requested or planned end. The champion can still sign in to withdraw consent to a reference.',
        ]
      : []
  return [access, members, ...consent].join(' ')
}

/** What restoring does, and who gets access again. */
export function restoreWords({ account, participants }: Pick<Plan, 'account' | 'participants'>): string {
  const plan = 'The plan will be as it was when it was archived.'
  return participants > 0
    ? `${plan} ${count(participants, 'person', 'people')} at ${account} can open it again, each with a new sign-in link.`
    : plan
}

/** When to close a plan without an order, and what that does. */
export const closeWords = (account: string): string =>
  `Use this when the customer decides not to buy. ${account} can still read the plan. Open change requests are closed, and no one can change it until it is reopened.`

/** Who sees the vendor’s own note about a lost plan. */
export const lossNoteHint = (workspace: string, account: string): string =>
  `Visible to ${workspace} only. ${account} never sees it.`

export const closePageWords = {
  title: mainPageNames.closing,
  intro: 'You can undo both. Nothing is deleted.',
}

export const closingFormsWords = {
  closeTitle: 'Close without an order',
  reason: labels.why,
  reasonHint: 'Both companies see this.',
  noReason: buttonWords.choose,
  note: labels.note,
  closing: buttonWords.closing,
  close: 'Close this plan',
  keepOpen: 'Keep this plan open',
  reopenTitle: buttonWords.reopen,
  reopenIntro: 'Tasks and dates stay as they are. The plan is a draft again, and both sides are asked to agree again.',
  reopening: buttonWords.reopening,
  reopen: 'Reopen this plan',
  archiveTitle: 'Archive',
  archiving: 'Archiving…',
  archive: 'Archive this plan',
  restoreTitle: buttonWords.restore,
  restoring: buttonWords.restoring,
  restore: 'Restore this plan',
}
