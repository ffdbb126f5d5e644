/** How often someone gets the email that collects what can wait: each working day, once a week, or not at all. */
export const emailRhythms = ['daily', 'weekly', 'none'] as const
export type EmailRhythm = (typeof emailRhythms)[number]
