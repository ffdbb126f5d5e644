import { day } from '#app/kit/durations.ts'

/** For how long a removed capability can be restored, in milliseconds. */
export const capabilitiesRestorableFor = day
