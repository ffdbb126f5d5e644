/** On hold: agreed to, and the first win was corrected since. Expired: agreed to until a day that has passed. */
export type ReferenceAnswer = 'not asked' | 'later' | 'no' | 'agreed' | 'on hold' | 'expired'

/** How a reference stands, where no kinds can be listed. */
export const answerWords: Record<Exclude<ReferenceAnswer, 'agreed'>, string> = {
  'not asked': 'not asked yet, nothing may be used',
  later: 'asked, will decide later',
  no: 'declined, nothing may be used',
  'on hold': 'agreed before the first win was corrected, nothing may be used until agreed again',
  expired: 'consent expired, nothing may be used',
}
