import { z } from 'zod'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'
import { mostTasks } from '#emails/words/daily-words.ts'

/** What an email was about, so where an answer to it belongs: one task, one comment, or the plan. */
export type ReplySubject = {
  planId: string
  taskId: string | null
  commentId: string | null
  /** The tasks that the email asks for, as it numbers them, which "done" and a number check off; null for one that is not known. */
  askedTaskIds: readonly (string | null)[]
  /** All tasks and comments in it, by id: only those who see them read an answer. */
  told: { taskIds: string[]; commentIds: string[] }
}

/** What no one answers: it is about no plan, or lets someone in. */
const unanswered = ['sign-in', 'sign-in-code', 'security-notice', 'member-added']

/**
 * Where an answer belongs. The email of a day is about one thing only where it names one plan and there one task or one comment. One about several plans
 * takes no answers by itself: those may be plans of different customers, and only a person can tell which of them an answer is for.
 * @returns undefined for an email that takes no answers
 */
export function replySubject(planId: string | null, notice: StoredNotice): ReplySubject | undefined {
  if (unanswered.includes(notice.kind)) return undefined
  if (notice.kind === 'daily') {
    const [{ planId: first, comments = [], waiting }, ...others] = notice.facts.plans
    if (others.length > 0) return undefined
    const taskIds = waiting.flatMap(({ taskId }) => idOrNull(taskId) ?? [])
    const commentIds = comments.map(({ commentId }) => commentId)
    const isOne = comments.length + waiting.length === 1
    return {
      planId: first,
      taskId: isOne ? (taskIds[0] ?? null) : null,
      commentId: isOne ? (commentIds[0] ?? null) : null,
      askedTaskIds: waiting.slice(0, mostTasks).map(({ taskId }) => idOrNull(taskId)),
      told: { taskIds, commentIds },
    }
  }
  if (planId === null) return undefined
  return { planId, taskId: null, commentId: null, askedTaskIds: [], told: { taskIds: [], commentIds: [] } }
}

const idOrNull = (id: unknown): string | null => z.uuid().safeParse(id).data ?? null
