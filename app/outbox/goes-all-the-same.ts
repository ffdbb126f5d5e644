import { day } from '#app/kit/durations.ts'

/** Why nothing more is sent to an address: emails come back from it, or its owner called one spam. */
export type BlockReason = 'bounced' | 'complained'

/** What people ask for themselves, at the moment when they need it. */
const askedFor = ['sign-in', 'sign-in-code']

/** After a bounce, an email that someone asked for is tried again when this long has passed: no one stays locked out for good. */
const triesAgainAfter = day

/** Whether an email may go to a blocked address all the same. */
export const goesAllTheSame = (
  kind: string,
  { reason, since }: { reason: BlockReason; since: Date },
  now: Date,
): boolean => askedFor.includes(kind) && (reason === 'complained' || now.getTime() - since.getTime() >= triesAgainAfter)
