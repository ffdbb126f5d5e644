import { z } from 'zod'

const text = z.string()
const date = z.iso.date()

const why = z.enum(['next', 'due', 'late'])

/** A task listed in a daily email, by id, with the reason, so that it is not mentioned every day. */
export const toldTask = z.object({ task: text, why })

/** Why someone is told about a comment; the latter ones of the comment that asks or answers a question. */
export const toldBecause = z.enum([
  ...(['mentioned', 'owner', 'took part'] as const),
  ...(['asked', 'handed', 'overdue', 'awaited', 'answered', 'closing proposed', 'reopened'] as const),
])
export type ToldBecause = z.infer<typeof toldBecause>

/**
 * A comment in the email of a day, by id, so that it is left out should it be deleted or hidden before the email leaves; with the path of
 * its page, which older notices do not have.
 */
const toldComment = z.object({
  commentId: z.uuid(),
  by: text,
  title: text,
  text,
  why: toldBecause,
  path: text.optional(),
})
export type ToldComment = z.infer<typeof toldComment>

/** A plan in the email of a day; its link is made when the email is rendered. Notices that wait call a due date `doBy`. */
export const dailyPlan = z.object({
  planId: text,
  project: text,
  /** The company on the other side. */
  other: text,
  waiting: z
    .array(
      z.object({
        taskId: text.optional(),
        title: text,
        doBy: date,
        /** A task that was given to the reader is told with who gave it. */
        why: z.enum([...why.options, 'given']).optional(),
        by: text.optional(),
        expected: date.optional(),
      }),
    )
    .readonly(),
  news: z.array(text).readonly(),
  comments: z.array(toldComment).readonly().optional(),
})
export type DailyPlanFacts = z.infer<typeof dailyPlan>
