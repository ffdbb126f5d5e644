import type { IsoDate } from '#app/schedule/model.ts'

/** What others have changed since the reader's last visit. */
export type VisitNews = {
  /** The day of that visit. */
  sinceOn: IsoDate
  /** How many changes; each counts once, however many tasks it is about. */
  count: number
  /** Whether there are more than were counted. */
  isMore: boolean
  /** The latest ones, newest first. */
  changes: { number: number; sentence: string; subjectId: string | null }[]
  /** What was changed, with the number of its latest change. */
  subjects: [id: string, number: number][]
  /** Up to which change the plan is shown. */
  number: number
}
