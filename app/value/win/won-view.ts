export type WonView = {
  account: string
  project: string
  statement: string
  measure: string
  unit: string
  baseline: number
  target: number
  measured: number
  /** Who confirmed it. */
  by: string
  on: string
  /** The day on which it happened; null where no one has said. */
  reachedOn: string | null
  winBy: string
  announcedTo: string
}
