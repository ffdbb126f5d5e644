import { day } from '#app/kit/durations.ts'

/** For how long a deleted comment can be restored, in milliseconds; its text is erased in a night after that. */
export const commentsRestorableFor = day

export const isCommentRestorable = ({ deletedAt, body }: { deletedAt: Date; body: string }, now: Date): boolean =>
  body !== '' && now.getTime() - deletedAt.getTime() < commentsRestorableFor
