import { hour, minute } from '#app/kit/durations.ts'

/** What a person has seen of a plan, by the numbers of its activity. */
export type Visit = {
  /** Up to which change, and when, everything was seen before this visit, or marked as seen. */
  sinceNumber: number
  sinceAt: Date
  /** Up to which change the plan was shown last, and when. */
  seenNumber: number
  seenAt: Date
}

/** A look at a plan so long after the one before begins another visit. */
export const visitGap = hour

/** How often a look is noted that shows nothing new, so that a visit goes on for as long as someone works. */
export const noteEvery = 10 * minute

const isOver = ({ seenAt }: Visit, now: Date): boolean => now.getTime() - seenAt.getTime() > visitGap

/** A plan as it is shown: up to which change, and which one is the latest by someone else that the reader may know of; 0 for none. */
export type Look = { number: number; latestByOthers: number; now: Date }

/**
 * What is to be kept once a plan was shown; null where nothing is, as for most looks: only the first look of a visit is noted, one that
 * shows what others have changed since, and one every ten minutes.
 */
export function visitAfter(visit: Visit | null, { number, latestByOthers, now }: Look): Visit | null {
  if (!visit) return { sinceNumber: number, sinceAt: now, seenNumber: number, seenAt: now }
  if (isOver(visit, now))
    return { sinceNumber: visit.seenNumber, sinceAt: visit.seenAt, seenNumber: number, seenAt: now }
  if (latestByOthers > visit.seenNumber) return { ...visit, seenNumber: number, seenAt: now }
  return now.getTime() - visit.seenAt.getTime() >= noteEvery ? { ...visit, seenAt: now } : null
}
