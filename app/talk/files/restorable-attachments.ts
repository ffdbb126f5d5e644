import { day } from '#app/kit/durations.ts'

/** For how long a removed link or file can be restored, in milliseconds; it is deleted in a night after that. */
export const attachmentsRestorableFor = day

export const isAttachmentRestorable = (removedAt: Date, now: Date): boolean =>
  now.getTime() - removedAt.getTime() < attachmentsRestorableFor
