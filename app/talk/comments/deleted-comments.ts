import { day } from '#app/kit/durations.ts'

/** For how long a deleted comment can be restored, in milliseconds; its text is erased in a night after that. */
export const restorableFor = day

export const isRestorable = ({ deletedAt, body }: { deletedAt: Date; body: string }, now: Date): boolean =>
  body !== '' && now.getTime() - deletedAt.getTime() < restorableFor
