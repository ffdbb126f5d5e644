/** Lengths of time in milliseconds. A day is one of 24 hours: for what expires, not for dates on a calendar. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour
