import type { IsoDate } from '#app/schedule/model.ts'

export type AccountChoices = {
  /** Accounts that are offered while typing, each with the zone of its last plan. */
  accounts: readonly { name: string; zone: string | null }[]
  /** Whether there are others. */
  hasMore: boolean
  /** Where zone and calendars come from when the account has no plan yet. */
  workspace: { name: string; timeZone: string }
}

/** A template as a choice, and the first day by which a plan from it can be live; null where that is not known. */
export type TemplateChoice = { value: string; text: string; earliest: IsoDate | null }
