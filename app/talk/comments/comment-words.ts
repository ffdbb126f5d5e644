import { isolated } from '#app/kit/plain-text.ts'
import { count } from '#app/ui/amount-words.ts'

/** Beside a comment that one company alone reads. */
export const internalWords = (company: string): string => `Visible to ${isolated(company)} only`

export const commentAudience = {
  both: 'Both companies',
  own: (company: string): string => `Only ${isolated(company)}`,
}

/** Below the composer on a task that one company keeps to itself. */
export const privateTaskHint = (company: string): string =>
  `This task is private, so only ${isolated(company)} can read this.`

export const resolvedWords = ({ by, when }: { by: string; when: string }): string =>
  `Resolved by ${isolated(by)}, ${when}`

export const deletedWords = {
  'for all': 'This comment was deleted.',
  restorable: 'You deleted this comment.',
} as const

/** What a folded thread holds. */
export const foldedWords = (comments: number): string => count(comments, 'comment')

/** Said beside the field when few comments fit. */
export const roomWords = (size: number, most: number): string =>
  `${count(Math.max(0, most - size), 'more comment')} ${most - size === 1 ? 'fits' : 'fit'} here, of ${most}.`

/** How much was written about a task, and when last: "3 comments, the last on 17 June". */
export const otherWords = ({ comments, lastOn }: { comments: number; lastOn: string }): string =>
  `${count(comments, 'comment')}, the last on ${lastOn}`

/** Names the fold with the form for an answer. */
export const replyToLabel = (name: string): string => `Reply to ${isolated(name)}`
