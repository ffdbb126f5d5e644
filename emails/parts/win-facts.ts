/** The facts of a confirmed win that every email about it contains. */
export type WinFacts = {
  /** The day on which it is sent, `YYYY-MM-DD`: other dates get their year by it. */
  sentOn: string
  /** Who it is sent to; older notices to marketing do not have it. */
  name?: string | undefined
  account: string
  project: string
  /** What will be announced, in the customer's words. */
  statement: string
  measure: string
  unit: string
  baseline: number
  /** What was agreed. */
  target: number
  measured: number
  targetMet: boolean
  confirmedBy: string
  /** The confirming person's job title, where it is known. */
  confirmedByTitle: string | null
  /** The email address of who confirmed; older notices do not have it. */
  confirmedFrom?: { domain: string; isPersonal: boolean }
  /** `YYYY-MM-DD`. */
  confirmedOn: string
  /** The day on which it happened; older notices do not have it. */
  reachedOn?: string | null | undefined
}
