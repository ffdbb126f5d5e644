import type { ActivityEntry } from '#app/plan/activity/activity-entry.ts'

/** Entries of the activity, each with what its sentence says besides the name of who did it. */
export const withWhat = (entries: readonly ActivityEntry[]): (ActivityEntry & { what: string })[] =>
  entries.map((entry) => ({
    ...entry,
    what: entry.sentence
      .filter((part) => typeof part === 'string')
      .join('')
      .trim(),
  }))
