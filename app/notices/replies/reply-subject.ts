import { z } from 'zod'
import type { StoredNotice } from '#app/outbox/notice-kinds.ts'

/** What an email was about, so where an answer to it belongs: one task, one comment, or the plan. */
export type ReplySubject = { planId: string; taskId: string | null; commentId: string | null }

/** What no one answers: it is about no plan, or lets someone in. */
const unanswered = ['sign-in', 'sign-in-code', 'security-notice', 'member-added']

const taskPath = /\/tasks\/([0-9a-f-]{36})(\/|#|\?|$)/

/**
 * Where an answer belongs. The email of a day is about one thing only where it names one plan and there one task or one comment. One about several plans
 * takes no answers by itself: those may be plans of different customers, and only a person can tell which of them an answer is for.
 * @returns undefined for an email that takes no answers
 */
export function replySubject(
  { planId, path }: { planId: string | null; path: string | null },
  notice: StoredNotice,
): ReplySubject | undefined {
  if (unanswered.includes(notice.kind)) return undefined
  if (notice.kind === 'daily') {
    const [{ planId: first, comments = [], waiting }, ...others] = notice.facts.plans
    if (others.length > 0) return undefined
    const isOne = comments.length + waiting.length === 1
    const taskId = isOne ? waiting[0]?.taskId : null
    const commentId = isOne ? comments[0]?.commentId : null
    return { planId: first, taskId: idOrNull(taskId), commentId: idOrNull(commentId) }
  }
  return planId === null ? undefined : { planId, taskId: idOrNull(taskPath.exec(path ?? '')?.[1]), commentId: null }
}

const idOrNull = (id: unknown): string | null => z.uuid().safeParse(id).data ?? null
