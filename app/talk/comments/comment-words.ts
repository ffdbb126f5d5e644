import { isolateDirection } from '#app/kit/plain-text.ts'
import { bounds } from '#app/kit/limits.ts'
import { count } from '#app/ui/amount-words.ts'
import { listWords } from '#emails/parts/list-words.ts'
import { bothCompanies } from '#app/ui/name-words.ts'
import { buttonWords } from '#app/ui/button-words.ts'

/** Beside a comment that one company alone reads. */
export const internalWords = (company: string): string => `Visible to ${isolateDirection(company)} only`

export const commentAudience = {
  both: bothCompanies,
  own: (company: string): string => `Only ${isolateDirection(company)}`,
}

/** Below the composer on a task that one company keeps to itself. */
export const privateTaskHint = (company: string): string =>
  `This task is private, so only ${isolateDirection(company)} can read this.`

export const resolvedWords = ({ by, when }: { by: string; when: string }): string =>
  `Resolved by ${isolateDirection(by)}, ${when}`

export const deletedWords = {
  'for all': 'This comment was deleted.',
  restorable: 'You deleted this comment.',
} as const

/** What a folded thread holds. */
export const foldedWords = (comments: number): string => count(comments, 'comment')

/** Said beside the field when few comments fit. */
export const roomWords = (size: number, most: number): string =>
  `You can add ${count(Math.max(0, most - size), 'more comment')} here. The limit is ${most}.`

/** How much was written about a task, and when last: "3 comments, the last on 17 June". */
export const otherWords = ({ comments, lastOn }: { comments: number; lastOn: string }): string =>
  `${count(comments, 'comment')}, the last on ${lastOn}`

/** Names the fold with the form for an answer. */
export const replyToLabel = (name: string): string => `Reply to ${isolateDirection(name)}`

export const commentRefusals = {
  full: `This conversation has ${bounds.comments} comments, which is the limit.`,
  /** @param names of the people mentioned who may not read it */
  unreadable: (names: readonly string[]): string =>
    `${listWords(names)} can’t read this comment. Make it visible to both companies, or remove the mention.`,
  threadResolved: 'This thread is resolved. Reopen it to reply.',
  sharedOnly: 'Until the champion accepts you, your comments are visible to both companies.',
  deleted: 'This comment was deleted. Restore it to edit it.',
  deletedLongAgo: 'This comment was deleted more than a day ago, so it can’t be restored.',
  ownOnly: 'You can only change your own comments.',
}

export const composerWords = {
  replyField: 'Your reply',
  commentField: 'Write a comment',
  hint: 'Type @ and a name to notify someone.',
  audience: 'Visible to',
  reply: buttonWords.reply,
  comment: 'Comment',
}

export const mentionFieldWords = {
  people: 'People on this plan',
}

/** What choosing a person puts into a comment. */
export const mentionText = (name: string): string => `@${name} `
