import { count } from '#app/ui/amount-words.ts'
import { longFactsWords } from '#emails/parts/list-words.ts'
import type { Retention } from './model.ts'
import { labels } from '#app/kit/label-words.ts'

export const retentionLabels: Record<keyof Retention, string> = {
  keepSecurityLogMonths: labels.keepSecurityLogMonths,
  keepEmailsDays: labels.keepEmailsDays,
  keepSessionsDays: labels.keepSessionsDays,
  keepReceiptsDays: labels.keepReceiptsDays,
}

/** What deleting each kind of record means. */
export const retentionMeanings: Record<keyof Retention, string> = {
  keepSecurityLogMonths:
    'Who signed in, who was refused, and who changed permissions. You can still check the remaining entries for changes.',
  keepEmailsDays:
    'The text and recipients of sent and failed emails, and what was posted to Slack and Teams. We still keep who was told about a first win, so that they also get corrections.',
  keepSessionsDays:
    'Where people were signed in, and email links that no longer work. A deleted link still offers a way to sign in, but can’t say why it stopped working.',
  keepReceiptsDays: 'These make sure that a form sent twice is saved only once.',
}

/** The least and the most that can be set, and what it means. @param means a sentence */
export const retentionHint = ({ least, most, means }: { least: number; most: number; means: string }): string =>
  `${least} to ${most}. ${means}`

type Shorter = { label: string; before: number; after: number }

/** Asks again before older records go. @param entries of the security log that go tonight; null where that is kept as long as before */
export function shorterWords(shorter: readonly Shorter[], entries: number | null): string {
  const times = longFactsWords(shorter.map(({ label, before, after }) => `${label}: ${before} → ${after}`))
  const tonight =
    entries === null ? '' : ` ${count(entries, 'entry', 'entries')} of the security log will be deleted tonight.`
  return `${times}.${tonight} You can’t undo this.`
}

export const retentionWords = {
  confirmShorter: 'Delete the older records for good',
  title: 'How long records are kept',
  intro:
    'Older records are deleted for good every night, and the security log says how many. Plans and their activity are never deleted because of their age.',
}
