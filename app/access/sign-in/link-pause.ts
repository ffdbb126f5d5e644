import { minute } from '#app/kit/durations.ts'

/** The window for counting unused links to one mailbox, in milliseconds; further links wait. */
export const countedFor = 60 * minute

/** Unused links that are sent without a pause: the first may be stuck in a spam filter or be opened in the wrong browser. */
const atOnce = 3

/**
 * How long after the newest link no further one is sent, in milliseconds: a minute after the third, then twice as long each time, and
 * never longer than two thirds of a link's life, so that the newest email always holds a link that works. Pure.
 * @param unused how many links were sent lately, while none was used
 * @param lifetime of a link that was asked for, in milliseconds
 */
export const pauseAfter = (unused: number, lifetime: number): number =>
  unused < atOnce ? 0 : Math.min(minute * 2 ** (unused - atOnce), (lifetime * 2) / 3)
