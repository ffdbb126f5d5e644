/** The first win as a form holds it; empty where nothing is said yet. */
export type FirstWinValues = {
  statement: string
  measure: string
  unit: string
  baseline: number | string
  target: number | string
  winBy: string
  announcedTo: string
}
