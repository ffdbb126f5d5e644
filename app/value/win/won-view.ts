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
  winBy: string
  announcedTo: string
}
